using Microsoft.AspNetCore.Identity;

namespace KremlinArchive.Store.Accounts;

/// <summary>Someone who may enter the admin's pages, known by a name and a password.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

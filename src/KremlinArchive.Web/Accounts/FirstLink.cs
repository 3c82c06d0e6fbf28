using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace KremlinArchive.Web.Accounts;

/// <summary>
/// The key of the link by which the first admin is made: the time it ends, signed with the archive's keys. No server need remember
/// it, and once there is an account no key is worth anything.
/// </summary>
internal sealed class FirstLink(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly IDataProtector keys = protection.CreateProtector("KremlinArchive.FirstAdmin");

    /// <summary>The link's address below that of a server.</summary>
    public string Make() =>
        DeskPath.First + QueryString.Create("key", keys.Protect((clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    /// <summary>True if the key was made for this archive less than its lifetime ago.</summary>
    public bool IsGood(string? key)
    {
        if (string.IsNullOrEmpty(key))
            return false;
        try
        {
            return clock.GetUtcNow() < DateTimeOffset.FromUnixTimeSeconds(long.Parse(keys.Unprotect(key), CultureInfo.InvariantCulture));
        }
        catch (CryptographicException)
        {
            // Not one of ours, or cut short when it was copied.
            return false;
        }
    }
}

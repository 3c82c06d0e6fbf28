namespace KremlinArchive.Store.Accounts;

/// <summary>An account as it is listed: who, and since when.</summary>
/// <param name="Id">What stays the same if the name ever changes.</param>
/// <param name="Name">What its owner signs in with, in any case of its letters.</param>
public sealed record AccountEntry(string Id, string Name, DateTimeOffset CreatedAt)
{
    internal static AccountEntry Of(Account account) => new(account.Id, account.UserName!, account.CreatedAt);
}

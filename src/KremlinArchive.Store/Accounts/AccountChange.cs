namespace KremlinArchive.Store.Accounts;

/// <summary>What came of making or changing an account.</summary>
/// <param name="Account">The account as it is now, or as it was when it was removed; null if nothing changed.</param>
/// <param name="Problems">Why nothing changed; empty if it did.</param>
public sealed record AccountChange(AccountEntry? Account, IReadOnlyList<AccountProblem> Problems)
{
    internal static AccountChange Done(Account account) => new(AccountEntry.Of(account), []);

    internal static AccountChange Refused(params IReadOnlyList<AccountProblem> problems) => new(null, problems);
}

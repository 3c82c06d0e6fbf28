namespace KremlinArchive.Web.Accounts;

/// <summary>What was just done to an account: named in the address that a form leads to, so that reloading the page does it no second time.</summary>
internal static class AccountDone
{
    public const string Password = "password";

    public const string Added = "added";

    public const string Removed = "removed";

    public static string Address(string done) => $"{DeskPath.Account}?done={done}";
}

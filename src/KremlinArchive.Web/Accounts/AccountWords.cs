using KremlinArchive.Store.Accounts;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Accounts;

/// <summary>Why an account was not made or changed, in the words of the interface.</summary>
internal static class AccountWords
{
    public static string Of(this IStringLocalizer<Words> words, AccountProblem problem) => problem switch
    {
        AccountProblem.NameIsWrong => words["account.problem.name", AccountRules.LongestName],
        AccountProblem.NameIsTaken => words["account.problem.taken"],
        AccountProblem.PasswordIsShort => words["account.problem.short", AccountRules.ShortestPassword],
        AccountProblem.PasswordIsLong => words["account.problem.long", AccountRules.LongestPassword],
        AccountProblem.PasswordIsTheName => words["account.problem.same"],
        AccountProblem.PasswordIsWrong => words["account.problem.wrong"],
        AccountProblem.NoSuchAccount => words["account.problem.none"],
        AccountProblem.LastAccount => words["account.problem.last"],
        AccountProblem.NotTheFirst => words["first.over"],
        _ => throw new InvalidOperationException($"{problem} has no words."),
    };

    /// <summary>True if it is the name that must be mended, and not the password.</summary>
    public static bool IsAboutName(this AccountProblem problem) => problem is AccountProblem.NameIsWrong or AccountProblem.NameIsTaken;
}

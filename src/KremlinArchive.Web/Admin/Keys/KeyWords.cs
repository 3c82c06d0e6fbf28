using KremlinArchive.Store.Keys;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Admin.Keys;

/// <summary>Keys in the words of the interface: what they open, and why one was not made.</summary>
internal static class KeyWords
{
    public static string Of(this IStringLocalizer<Words> words, KeyScopes scopes) => string.Join(", ", scopes.Names().Select(scope => words[$"keys.scope.{scope}"].Value));

    public static string Of(this IStringLocalizer<Words> words, KeyProblem problem) => problem switch
    {
        KeyProblem.NameIsWrong => words["keys.problem.name", KeyRules.LongestName],
        KeyProblem.NameIsTaken => words["keys.problem.taken"],
        KeyProblem.NoScope => words["keys.problem.scope"],
        KeyProblem.ExpiresTooEarly => words["keys.problem.expires"],
        KeyProblem.NoSuchKey => words["keys.problem.none"],
        _ => throw new InvalidOperationException($"{problem} has no words."),
    };

    /// <summary>The box of the form that a problem is about.</summary>
    public static string Field(this KeyProblem problem) => problem switch
    {
        KeyProblem.NoScope => "import",
        KeyProblem.ExpiresTooEarly => "expires",
        _ => "key-name",
    };
}

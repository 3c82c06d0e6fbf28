using System.Text;

namespace KremlinArchive.Store.Accounts;

/// <summary>What a name and a password must be. A password is judged by its length: rules of composition make it no harder to guess.</summary>
public static class AccountRules
{
    public const int LongestName = 64;

    public const int ShortestPassword = 12;

    /// <summary>Longer than any sentence that people remember; a limit at all, because hashing takes time.</summary>
    public const int LongestPassword = 256;

    // The least that must be left of a password without the name in it.
    private const int LeastBesideName = 6;

    internal static IReadOnlyList<AccountProblem> Check(string name, string password) =>
        [.. NameProblems(name), .. PasswordProblems(name, password)];

    internal static IEnumerable<AccountProblem> PasswordProblems(string name, string password)
    {
        if (password.Length < ShortestPassword)
            yield return AccountProblem.PasswordIsShort;
        else if (password.Length > LongestPassword)
            yield return AccountProblem.PasswordIsLong;
        else if (name.Length > 0 && password.Replace(name, "", StringComparison.OrdinalIgnoreCase).Length < LeastBesideName)
            yield return AccountProblem.PasswordIsTheName;
    }

    /// <summary>A name or a password in one spelling, however the keyboard composed its letters.</summary>
    internal static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Halves of letters, which no keyboard gives: as good as they are.
            return text;
        }
    }

    private static IEnumerable<AccountProblem> NameProblems(string name)
    {
        if (name.Length is 0 or > LongestName || !char.IsLetter(name[0]) || !name.All(sign => char.IsLetterOrDigit(sign) || sign is '.' or '-' or '_' or '@'))
            yield return AccountProblem.NameIsWrong;
    }
}

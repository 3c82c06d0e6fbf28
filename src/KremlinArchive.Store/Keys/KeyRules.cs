namespace KremlinArchive.Store.Keys;

/// <summary>What a key must be.</summary>
public static class KeyRules
{
    public const int LongestName = 64;

    internal static IReadOnlyList<KeyProblem> Check(string name, KeyScopes scopes, DateTimeOffset? expires, DateTimeOffset now)
    {
        var problems = new List<KeyProblem>();
        if (name.Length is 0 or > LongestName || !char.IsLetter(name[0]) || !name.All(sign => char.IsLetterOrDigit(sign) || sign is '.' or '-' or '_'))
            problems.Add(KeyProblem.NameIsWrong);
        if (scopes == KeyScopes.None)
            problems.Add(KeyProblem.NoScope);
        if (expires <= now)
            problems.Add(KeyProblem.ExpiresTooEarly);
        return problems;
    }
}

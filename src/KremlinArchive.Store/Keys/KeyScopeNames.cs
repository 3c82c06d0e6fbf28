namespace KremlinArchive.Store.Keys;

/// <summary>Scopes as people and programs name them: <c>import</c>, <c>desk</c>.</summary>
public static class KeyScopeNames
{
    /// <summary>Every single scope.</summary>
    public static IReadOnlyList<KeyScopes> All { get; } = [KeyScopes.Import, KeyScopes.Desk];

    /// <summary>The name of a single scope.</summary>
    public static string Name(this KeyScopes scope) => scope switch
    {
        KeyScopes.Import => "import",
        KeyScopes.Desk => "desk",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "There is no such scope, or it is more than one."),
    };

    /// <summary>The names of all that are set.</summary>
    public static IReadOnlyList<string> Names(this KeyScopes scopes) => [.. All.Where(scope => scopes.HasFlag(scope)).Select(scope => scope.Name())];

    /// <summary>The scopes of these names together; null if one of them is none. No name at all is no scope.</summary>
    public static KeyScopes? Parse(IEnumerable<string> names)
    {
        var scopes = KeyScopes.None;
        foreach (var name in names)
        {
            var scope = All.FirstOrDefault(known => known.Name() == name);
            if (scope == KeyScopes.None)
                return null;
            scopes |= scope;
        }

        return scopes;
    }
}

namespace KremlinArchive.Store.Audit;

/// <summary>Actions as addresses, programs and words name them: <c>quarantine-retried</c>.</summary>
public static class AuditActionNames
{
    private static readonly Dictionary<string, AuditAction> Named = Enum.GetValues<AuditAction>().ToDictionary(action => action.Name(), StringComparer.Ordinal);

    /// <summary>All actions, in the order of their numbers.</summary>
    public static IReadOnlyList<AuditAction> All { get; } = Enum.GetValues<AuditAction>();

    /// <summary>The name of an action: its words in lower case, with hyphens between them.</summary>
    public static string Name(this AuditAction action) =>
        string.Concat(action.ToString().Select((letter, place) => char.IsUpper(letter) ? (place > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>The action of a name; null for anything else.</summary>
    public static AuditAction? Parse(string? name) => name is not null && Named.TryGetValue(name, out var action) ? action : null;
}

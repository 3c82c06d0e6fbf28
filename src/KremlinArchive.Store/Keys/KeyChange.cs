namespace KremlinArchive.Store.Keys;

/// <summary>What came of making or revoking a key.</summary>
/// <param name="Key">The key as it is now; null if nothing changed.</param>
/// <param name="Secret">The key itself where it was just made: told this once, and kept nowhere.</param>
/// <param name="Problems">Why nothing changed; empty if it did.</param>
public sealed record KeyChange(KeyEntry? Key, string? Secret, IReadOnlyList<KeyProblem> Problems)
{
    /// <summary>Names the change without the key itself, which belongs into no log.</summary>
    public override string ToString() => Key is { } key ? $"The key {key.Name}" : string.Join(", ", Problems);

    internal static KeyChange Refused(params IReadOnlyList<KeyProblem> problems) => new(null, null, problems);
}

namespace KremlinArchive.Store.Schema;

/// <summary>An entry of the change log, chained to the one before by its hash.</summary>
internal sealed class ChangeRow
{
    public required long Number { get; init; }

    public required long RecordId { get; init; }

    public required int Version { get; init; }

    public required Changes.ChangeKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The version's content hash at the time of the change.</summary>
    public required string ContentHash { get; init; }

    /// <summary>SHA-256 over this entry and the hash before it: see <see cref="Changes.ChangeChain"/>.</summary>
    public required string Hash { get; init; }
}

using KremlinArchive.Store.Runs;

namespace KremlinArchive.Store.Schema;

/// <summary>What happened to one page of a run.</summary>
internal sealed class OutcomeRow
{
    public long Id { get; init; }

    public required long RunId { get; init; }

    public required string Source { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>The record's identity; null if the page held none.</summary>
    public required string? Record { get; init; }

    public required string? Reason { get; init; }
}

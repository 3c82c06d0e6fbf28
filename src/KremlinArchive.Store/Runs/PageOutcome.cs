using KremlinArchive.Records;

namespace KremlinArchive.Store.Runs;

/// <summary>What a run did with a page.</summary>
public enum Outcome
{
    /// <summary>A record that the archive did not hold.</summary>
    Added,

    /// <summary>A new version of a record.</summary>
    Revised,

    /// <summary>Nothing new: the capture is one more sighting.</summary>
    Unchanged,

    /// <summary>Recognized, and not a document.</summary>
    Skipped,

    /// <summary>Should have been a document and could not be read.</summary>
    Quarantined,
}

/// <summary>What happened to one page of a run; a feed has one for each entry.</summary>
/// <param name="Source">The capture's source.</param>
/// <param name="Outcome">What happened.</param>
/// <param name="Record">The record; null if the page held none.</param>
/// <param name="Reason">Why a page was skipped or quarantined; null for the others.</param>
public sealed record PageOutcome(string Source, Outcome Outcome, RecordId? Record, string? Reason)
{
    /// <summary>What it did to the record's content; null if nothing, or if the outcome was read back from the history.</summary>
    public ContentChange? Change { get; init; }
}

using KremlinArchive.Records;
using KremlinArchive.Store.Changes;

namespace KremlinArchive.Store.Runs;

/// <summary>What a page did to the content of a record.</summary>
/// <param name="Id">The record.</param>
/// <param name="Version">The version that it is about.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Before">The content that it is to be held against: the version's own before it was enriched, or the current one; null for a new record.</param>
/// <param name="After">The version's content now.</param>
public sealed record ContentChange(RecordId Id, int Version, ChangeKind Kind, ArchiveRecord? Before, ArchiveRecord After)
{
    /// <summary>The form of the capture that did it.</summary>
    public required CaptureForm Form { get; init; }
}

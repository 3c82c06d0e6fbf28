namespace KremlinArchive.Store.Schema;

/// <summary>A capture that should have been a document and could not be read.</summary>
internal sealed class QuarantineRow
{
    public long Id { get; init; }

    public required long CaptureId { get; init; }

    public required string Reason { get; set; }

    public required DateTimeOffset FirstAt { get; init; }

    public required DateTimeOffset LastAt { get; set; }

    /// <summary>When a later reading of the same bytes made sense of them; null while it waits.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>The run that did; null while it waits.</summary>
    public long? ResolvedByRun { get; set; }
}

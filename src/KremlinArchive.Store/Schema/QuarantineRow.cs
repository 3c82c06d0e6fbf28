namespace KremlinArchive.Store.Schema;

/// <summary>A capture that should have been a document and could not be read.</summary>
internal sealed class QuarantineRow
{
    public long Id { get; init; }

    public required long CaptureId { get; init; }

    public required string Reason { get; set; }

    public required DateTimeOffset FirstAt { get; init; }

    public required DateTimeOffset LastAt { get; set; }

    /// <summary>When a later reading of the same bytes made sense of them, or an admin dismissed them; null while it waits.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>The run that did; null while it waits, and if it was dismissed.</summary>
    public long? ResolvedByRun { get; set; }

    /// <summary>Why an admin dismissed it; null if none did.</summary>
    public string? Dismissal { get; set; }

    /// <summary>The name of the account that dismissed it; null for the command line.</summary>
    public string? DismissedBy { get; set; }
}

namespace KremlinArchive.Store.Schema;

/// <summary>A record or a capture that readers may not see, why, and until when.</summary>
internal sealed class WithholdingRow
{
    public long Id { get; init; }

    /// <summary>The record; null where a capture is withheld.</summary>
    public required long? RecordId { get; init; }

    /// <summary>The capture; null where a record is withheld.</summary>
    public required long? CaptureId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The name of the account that did it; null for the command line.</summary>
    public required string? By { get; init; }

    /// <summary>When it ended; null while it lasts.</summary>
    public DateTimeOffset? LiftedAt { get; set; }

    public string? LiftedBy { get; set; }

    public string? LiftReason { get; set; }
}

namespace KremlinArchive.Store.Schema;

/// <summary>An import, with its outcomes counted.</summary>
internal sealed class RunRow
{
    public long Id { get; init; }

    public required string Description { get; init; }

    /// <summary>The signature of the account or key that started it; null for the command line and the samples.</summary>
    public string? StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why the run ended early; null otherwise.</summary>
    public string? Failure { get; set; }

    public long Added { get; set; }

    public long Revised { get; set; }

    public long Unchanged { get; set; }

    public long Skipped { get; set; }

    public long Quarantined { get; set; }
}

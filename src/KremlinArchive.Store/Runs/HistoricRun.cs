namespace KremlinArchive.Store.Runs;

/// <summary>A run as the history keeps it.</summary>
/// <param name="Number">The run's number.</param>
/// <param name="Description">What was imported.</param>
/// <param name="StartedBy">The signature of the account or key that started it; null for the command line and the samples.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; null while it goes on, and for ever if its process was killed.</param>
/// <param name="Failure">Why it ended early, in a sentence; null if it did not.</param>
/// <param name="Counts">What became of its pages so far.</param>
public sealed record HistoricRun(
    long Number, string Description, string? StartedBy, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? Failure, OutcomeCounts Counts);

/// <summary>How many pages of a run met each outcome.</summary>
public sealed record OutcomeCounts(long Added, long Revised, long Unchanged, long Skipped, long Quarantined)
{
    /// <summary>All of them.</summary>
    public long Total => Added + Revised + Unchanged + Skipped + Quarantined;

    /// <summary>How many met this one.</summary>
    public long Of(Outcome outcome) => outcome switch
    {
        Outcome.Added => Added,
        Outcome.Revised => Revised,
        Outcome.Unchanged => Unchanged,
        Outcome.Skipped => Skipped,
        Outcome.Quarantined => Quarantined,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no such outcome."),
    };
}

/// <summary>An outcome in the list of its run.</summary>
/// <param name="Key">Its place in the list: outcomes after it have larger ones.</param>
/// <param name="Outcome">What happened to the page.</param>
public sealed record ListedOutcome(long Key, PageOutcome Outcome);

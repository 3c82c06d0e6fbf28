using KremlinArchive.Store.Fetches;

namespace KremlinArchive.Store.Schema;

/// <summary>What is to be fetched.</summary>
internal sealed class FetchPlanRow
{
    public long Id { get; init; }

    public required string Description { get; init; }

    /// <summary>The name of the account that made it; null for the command line and the watcher.</summary>
    public required string? StartedBy { get; init; }

    /// <summary>The first day of feeds and lists; null for no bound.</summary>
    public required DateOnly? From { get; init; }

    public required DateOnly? To { get; init; }

    public required FetchScope Scope { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>Null while it can be resumed.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The last run that worked on it.</summary>
    public long? RunId { get; set; }
}

/// <summary>One thing to ask for. Steps go with the end of their plan.</summary>
internal sealed class FetchStepRow
{
    public required long PlanId { get; init; }

    public required int Position { get; init; }

    public required FetchStepKind Kind { get; init; }

    public required string Address { get; init; }

    /// <summary>When it was taken; null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    public static FetchStepRow Of(long plan, FetchStep step) => new() { PlanId = plan, Position = step.Position, Kind = step.Kind, Address = step.Address };
}

/// <summary>A site that has refused to answer.</summary>
internal sealed class SiteHoldRow
{
    /// <summary>Its front page.</summary>
    public required string Address { get; init; }

    public required DateTimeOffset Until { get; set; }

    public required string Reason { get; set; }
}

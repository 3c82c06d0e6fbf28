namespace KremlinArchive.Store.Fetches;

/// <summary>What is to be fetched: the plan's terms, and where it stands.</summary>
public sealed record FetchPlan
{
    public required long Id { get; init; }

    public required FetchTerms Terms { get; init; }

    /// <summary>The name of the account that made it; null for the command line and the watcher.</summary>
    public required string? StartedBy { get; init; }

    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>When its last step was taken; null while it can be resumed.</summary>
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>The last run that worked on it; null before the first.</summary>
    public required long? Run { get; init; }

    /// <summary>How many steps, as far as they are known, are still to be taken.</summary>
    public required int Waiting { get; init; }
}

/// <summary>What a plan is about.</summary>
/// <param name="Description">For the history.</param>
/// <param name="From">Of feeds and lists, the first Moscow day that is fetched; null for no bound.</param>
/// <param name="To">The last one.</param>
/// <param name="Scope">What of feeds and lists is fetched.</param>
public sealed record FetchTerms(string Description, DateOnly? From, DateOnly? To, FetchScope Scope);

/// <summary>What of a feed or a list is fetched. The numbers are stored.</summary>
public enum FetchScope
{
    /// <summary>Every document of the days.</summary>
    All = 0,

    /// <summary>What the archive does not hold, or what the feed says was edited since; it ends with the first page that has nothing of it.</summary>
    News = 1,
}

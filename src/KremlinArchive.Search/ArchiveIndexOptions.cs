namespace KremlinArchive.Search;

/// <summary>Where an index is kept and how it follows the store.</summary>
public sealed record ArchiveIndexOptions
{
    /// <summary>Absolute path of the index's own directory; created where it is missing. It holds the lock, the pointer to the current generation, and the generations.</summary>
    public required string Directory { get; init; }

    /// <summary>How often a following index asks the change log for its head.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How many changes are read at once, and indexed by one thread.</summary>
    public int BatchSize { get; init; } = 250;

    /// <summary>How long changes may wait for their commit while more of them follow; a generation that nobody sees yet waits sixty times as long.</summary>
    public TimeSpan CommitInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many threads analyze and write, a batch each.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>How long one search may take; what it has found by then is the answer, which says that it is partial.</summary>
    public TimeSpan LongestSearch { get; init; } = TimeSpan.FromSeconds(3);
}

namespace KremlinArchive.Search.Answers;

/// <summary>What an archive shows of itself before anything was asked.</summary>
public sealed record ArchiveOverview
{
    /// <summary>How many records can be found.</summary>
    public required long Records { get; init; }

    /// <summary>The Moscow day of the earliest publication; null in an empty archive.</summary>
    public required DateOnly? First { get; init; }

    /// <summary>The Moscow day of the latest publication; null in an empty archive.</summary>
    public required DateOnly? Last { get; init; }

    /// <summary>What was published on this day of the calendar in earlier years; null where no earlier year has anything.</summary>
    public required CalendarLeaf? ThisDay { get; init; }

    /// <summary>The answer to a request for everything, which begins with the newest records.</summary>
    public required SearchAnswer Newest { get; init; }
}

/// <summary>A day of the calendar and some of what earlier years published on it: the day asked for or, where that one has nothing, the next one that has.</summary>
/// <param name="Month">1 … 12.</param>
/// <param name="Day">1 … 31.</param>
/// <param name="Hits">One of each year before a second of any, the newest first. What is there in both languages is shown in the interface language.</param>
public sealed record CalendarLeaf(int Month, int Day, IReadOnlyList<SearchHit> Hits);

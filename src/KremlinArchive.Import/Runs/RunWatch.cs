using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Runs;

/// <summary>What someone who watches a run is told while it goes on. All of it comes from the run's own threads.</summary>
public sealed record RunWatch
{
    /// <summary>Once, when the run has its number in the history.</summary>
    public Action<long>? Began { get; init; }

    /// <summary>After each batch, when it is stored: the index may follow.</summary>
    public Action<RunProgress>? BatchStored { get; init; }

    /// <summary>After each batch, when it is stored: what became of its pages and what they did to records.</summary>
    public Action<IReadOnlyList<PageOutcome>>? PagesStored { get; init; }

    /// <summary>Why the run stands still, in a sentence: it waits for its turn, or for an archive that cannot be written for the moment. Null when it goes on.</summary>
    public Action<string?>? Waits { get; init; }

    /// <summary>A page made the parser fail in a way that nobody foresaw; it is quarantined, and someone should see the exception.</summary>
    public Action<string, Exception>? PageFailed { get; init; }
}

namespace KremlinArchive.Store.Runs;

/// <summary>Where runs write: captures, records, versions, changes and outcomes, a batch in one transaction.</summary>
public sealed class ImportLedger
{
    /// <summary>Opens a run.</summary>
    /// <param name="description">What is imported, for the history: paths or addresses.</param>
    /// <returns>The run's number.</returns>
    public Task<long> BeginAsync(string description, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Stores a batch: all of it or, when it throws, nothing. Outcomes come in the order of the pages, one or more a page.</summary>
    public Task<IReadOnlyList<PageOutcome>> SaveAsync(long run, IReadOnlyList<ReadPage> pages, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Closes a run.</summary>
    /// <param name="failure">Why the run ended early; null if it came to its end.</param>
    public Task EndAsync(long run, string? failure, CancellationToken cancellation) => throw new InvalidOperationException();
}

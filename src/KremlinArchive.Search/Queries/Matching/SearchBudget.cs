using System.Diagnostics;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>How long a search may take. Whoever works for it spends; when all is spent, what was found so far is the answer.</summary>
internal sealed class SearchBudget(TimeSpan limit, CancellationToken cancellation)
{
    private const int StepsBetweenLooks = 1024;

    private readonly long end = limit == Timeout.InfiniteTimeSpan ? long.MaxValue : Stopwatch.GetTimestamp() + (long)(limit.TotalSeconds * Stopwatch.Frequency);

    // A counter of each thread's own: several of them work for a search, and it only says when to look at the clock.
    [ThreadStatic]
    private static int steps;

    /// <summary>How much there is in all.</summary>
    public TimeSpan Limit { get; } = limit;

    /// <summary>Ends when nobody waits for the answer any more.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>A budget for work that is bounded otherwise; it still ends when nobody waits any more.</summary>
    public SearchBudget WithoutLimit() => new(Timeout.InfiniteTimeSpan, Cancellation);

    /// <summary>Counts one step of work.</summary>
    /// <exception cref="BudgetSpentException">The time is up.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    public void Spend()
    {
        if (++steps % StepsBetweenLooks == 0)
            Look();
    }

    /// <summary>Looks at the clock at once.</summary>
    /// <exception cref="BudgetSpentException">The time is up.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for the answer any more.</exception>
    public void Look()
    {
        Cancellation.ThrowIfCancellationRequested();
        if (Stopwatch.GetTimestamp() > end)
            throw new BudgetSpentException();
    }
}

/// <summary>A search has used up its time: the one way out of Lucene's loops.</summary>
internal sealed class BudgetSpentException : Exception;

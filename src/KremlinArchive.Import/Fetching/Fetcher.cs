using System.Runtime.CompilerServices;
using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Import.Runs;
using KremlinArchive.Import.Sources;
using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Fetches;
using KremlinArchive.Store.Leases;

namespace KremlinArchive.Import.Fetching;

/// <summary>Makes runs of what is to be fetched: they keep their plan in the archive, stop where they must, and go on from there.</summary>
/// <param name="client">One for the whole process: it keeps the pauses.</param>
/// <param name="clock">The clock of what is fetched.</param>
/// <param name="turn">What its runs do where another fetches.</param>
public sealed class Fetcher(ArchiveStore store, SiteClient client, TimeProvider clock, FetchTurn turn = FetchTurn.AtOnce)
{
    /// <summary>Fetching takes its time; what has come is stored after this, not first when a batch is full.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    /// <summary>A run of a new plan.</summary>
    /// <param name="by">Who wants it; null for the watcher.</param>
    /// <param name="waiting">Told of each wait; null if nobody wants to know.</param>
    public RunPlan Plan(FetchOrder order, Actor? by = null, Action<FetchWait>? waiting = null) =>
        Run(new Session(), order.Terms.Description, by?.Name, waiting, cancellation => store.Fetches.BeginAsync(order.Terms, by, order.Steps, cancellation));

    /// <summary>A run that goes on with a plan, or begins with one that is made already.</summary>
    /// <param name="by">Who wants it; null for the watcher.</param>
    /// <param name="waiting">Told of each wait; null if nobody wants to know.</param>
    public RunPlan Resume(FetchPlan plan, Actor? by = null, Action<FetchWait>? waiting = null) =>
        Run(new Session(), plan.Terms.Description, by?.Name, waiting, _ => Task.FromResult(plan));

    /// <summary>Goes on, for whoever wanted it, with a plan whose program has ended before it did.</summary>
    /// <param name="work">Runs what it is given, which has the duty to fetch meanwhile.</param>
    /// <returns>What <paramref name="work"/> came to; null while the plan's program still has the duty, or another goes on with the plan already.</returns>
    public async Task<RunReport?> TakeOverAsync(FetchPlan plan, Func<RunPlan, Task<RunReport>> work, CancellationToken cancellation)
    {
        if (await store.Leases.TakeFetchingAsync(cancellation) is not { } lease)
            return null;
        await using var session = new Session { Lease = lease };
        // Asked again, now that nobody else can take it over; a plan that ends its programs is left to people.
        return (await store.Fetches.UnderWayAsync(cancellation)).FirstOrDefault(known => known.Id == plan.Id && known.Run == plan.Run) is { } left
            && !await store.Fetches.IsFruitlessAsync(left, cancellation)
                ? await work(Run(session, left.Terms.Description, left.StartedBy, waiting: null, _ => Task.FromResult(left)))
                : null;
    }

    private RunPlan Run(Session session, string description, string? startedBy, Action<FetchWait>? waiting, Func<CancellationToken, Task<FetchPlan>> planOf) => new()
    {
        Description = description,
        StartedBy = startedBy,
        Patience = Patience,
        Begin = (run, cancellation) => BeginAsync(session, run, planOf, waiting, cancellation),
        Entries = cancellation => ReadAsync(session, waiting, cancellation),
        Measure = _ => Task.FromResult(0L),
    };

    private async Task BeginAsync(Session session, long run, Func<CancellationToken, Task<FetchPlan>> planOf, Action<FetchWait>? waiting, CancellationToken cancellation)
    {
        session.Lease ??= await TakeTurnAsync(waiting, cancellation);
        try
        {
            session.Plan = await planOf(cancellation);
            await store.Fetches.WorkAsync(session.Plan.Id, run, cancellation);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private async Task<ArchiveLease> TakeTurnAsync(Action<FetchWait>? waiting, CancellationToken cancellation)
    {
        while (true)
        {
            if (await store.Leases.TakeFetchingAsync(cancellation) is { } lease)
                return lease;
            if (turn == FetchTurn.AtOnce)
                throw new SourceStoppedException("Another run or program fetches for this archive; one at a time does. Try again when it has ended.");
            waiting?.Invoke(new FetchWait(null, clock.GetUtcNow() + BetweenLooks));
            await Task.Delay(BetweenLooks, clock, cancellation);
        }
    }

    private async IAsyncEnumerable<SourceEntry> ReadAsync(Session session, Action<FetchWait>? waiting, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var ending = session;
        var lease = session.Lease!;
        foreach (var hold in await store.Holds.ListAsync(cancellation))
            client.Hold(hold.Address, hold.Until);
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lease.Lost);
        await using var entries = new FetchSource(store, client, clock, waiting).ReadAsync(session.Plan!, held.Token).GetAsyncEnumerator(held.Token);
        try
        {
            while (await NextAsync(entries, lease.Lost, cancellation))
                yield return entries.Current;
        }
        finally
        {
            await RestAsync();
        }
    }

    private async Task RestAsync()
    {
        try
        {
            await client.RestAsync(store.Holds);
        }
        catch (ArchiveUnavailableException)
        {
            // The run that ends here meets the same archive and says so.
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<SourceEntry> entries, CancellationToken lost, CancellationToken cancellation)
    {
        try
        {
            return await entries.MoveNextAsync();
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new SourceStoppedException("This program has lost the duty to fetch: another may have taken it over. The fetch can be resumed.");
        }
    }

    /// <summary>What a run has while it fetches.</summary>
    private sealed class Session : IAsyncDisposable
    {
        public ArchiveLease? Lease { get; set; }

        public FetchPlan? Plan { get; set; }

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            var held = Lease;
            Lease = null;
            return held?.DisposeAsync() ?? ValueTask.CompletedTask;
        }
    }
}

/// <summary>What a run does where another run or program fetches for the archive.</summary>
public enum FetchTurn
{
    /// <summary>It ends at once and says so: whoever started it is there to start it again.</summary>
    AtOnce,

    /// <summary>It waits until the other has ended.</summary>
    Waits,
}

using System.Runtime.CompilerServices;
using System.Threading.Channels;
using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Runs;

namespace KremlinArchive.Web.Admin.Runs;

/// <summary>
/// The imports and fetches of this process, in two lanes: one of each runs, others wait their turn, the last that ended are remembered. A fetch may wait
/// for its site for an hour, and no upload for it. Whoever watches is told at most four times a second.
/// </summary>
internal sealed class ImportQueue(TimeProvider clock)
{
    public const int MostWaiting = 100;

    private const int MostRemembered = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly Channel<ImportJob> imports = NewLane();
    private readonly Channel<ImportJob> fetches = NewLane();
    private readonly Lock door = new();
    private readonly List<ImportJob> jobs = [];
    private volatile TaskCompletionSource changed = NewSignal();

    /// <summary>What runs and what waits, in the order in which it came.</summary>
    public IReadOnlyList<ImportJob> UnderWay
    {
        get
        {
            lock (door)
                return [.. jobs.Where(job => !job.Now.IsOver)];
        }
    }

    /// <summary>Puts an import at the end of the queue.</summary>
    /// <param name="belongings">Given up when the import ends or is refused.</param>
    /// <returns>The import; null if too many wait already.</returns>
    public ImportJob? Add(RunPlan plan, IDisposable? belongings = null)
    {
        if (Join(new ImportJob(plan, belongings, clock, Raise)) is { } job)
            return job;
        belongings?.Dispose();
        return null;
    }

    /// <summary>True if no import can join any more.</summary>
    public bool IsFull
    {
        get
        {
            lock (door)
                return IsFullOf(Lane.Imports);
        }
    }

    /// <summary>Puts a fetch at the end of the queue.</summary>
    /// <param name="fetch">The number of its plan in the archive.</param>
    /// <param name="plan">Makes a run of it that tells of each wait.</param>
    /// <returns>The fetch, or the one that works by this plan already; null if too many wait.</returns>
    public ImportJob? AddFetch(long fetch, Func<Action<FetchWait>, RunPlan> plan) => FindFetch(fetch) ?? Join(new ImportJob(fetch, plan, clock, Raise));

    /// <summary>An import by its key; null if it is none of this process, or long over.</summary>
    public ImportJob? Find(Guid key)
    {
        lock (door)
            return jobs.Find(job => job.Key == key);
    }

    /// <summary>An import by its number in the history; null if it is none of this process, or long over.</summary>
    public ImportJob? Find(long run)
    {
        lock (door)
            return jobs.Find(job => job.Now.Run == run);
    }

    /// <summary>The fetch that works by a plan or waits to; null if there is none in this process.</summary>
    public ImportJob? FindFetch(long fetch)
    {
        lock (door)
            return jobs.Find(job => job.Fetch == fetch && !job.Now.IsOver);
    }

    /// <summary>How many have their turn before a job.</summary>
    public int Ahead(ImportJob job) => UnderWay.TakeWhile(other => other != job).Count(other => other.Lane == job.Lane);

    /// <summary>The jobs of a lane, each when its turn may have come; for one taker.</summary>
    public IAsyncEnumerable<ImportJob> TakeAsync(Lane lane, CancellationToken cancellation) => ChannelOf(lane).Reader.ReadAllAsync(cancellation);

    /// <summary>Comes back at once, and then whenever something has changed, until cancelled.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ImportJob>> FollowAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            // Taken before the state is read, so that no change falls between the two.
            var next = changed.Task;
            yield return UnderWay;
            await next.WaitAsync(cancellation);
            await Task.Delay(Pause, clock, cancellation);
        }
    }

    /// <summary>Waits until an import has its number in the history or is over, but not for long: it may have to wait its turn.</summary>
    public async Task SettleAsync(ImportJob job, CancellationToken cancellation)
    {
        if (Ahead(job) > 0)
            return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(4 * Pause);
        try
        {
            for (var next = changed.Task; job.Now is { Run: null, IsOver: false }; next = changed.Task)
                await next.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The page of what waits takes over the waiting.
        }
    }

    /// <returns>The job; null if too many wait in its lane.</returns>
    private ImportJob? Join(ImportJob job)
    {
        lock (door)
        {
            // Asked again under the lock: two may go on with the same plan at once.
            if (job.Fetch is { } fetch && jobs.Find(other => other.Fetch == fetch && !other.Now.IsOver) is { } same)
                return same;
            if (IsFullOf(job.Lane))
                return null;
            while (jobs.Count(other => other.Now.IsOver) > MostRemembered)
                jobs.Remove(jobs.First(other => other.Now.IsOver));
            jobs.Add(job);
        }

        ChannelOf(job.Lane).Writer.TryWrite(job);
        Raise();
        return job;
    }

    private bool IsFullOf(Lane lane) => jobs.Count(other => other.Lane == lane && !other.Now.IsOver) > MostWaiting;

    private Channel<ImportJob> ChannelOf(Lane lane) => lane == Lane.Fetches ? fetches : imports;

    private static Channel<ImportJob> NewLane() => Channel.CreateUnbounded<ImportJob>(new UnboundedChannelOptions { SingleReader = true });

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Raise() => Interlocked.Exchange(ref changed, NewSignal()).TrySetResult();
}

/// <summary>In which line something waits for its turn.</summary>
public enum Lane
{
    /// <summary>Uploads and what is read anew: as fast as the machine can.</summary>
    Imports,

    /// <summary>What is asked of a site, at its pace.</summary>
    Fetches,
}

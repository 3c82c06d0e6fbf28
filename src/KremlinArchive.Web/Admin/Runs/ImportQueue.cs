using System.Runtime.CompilerServices;
using System.Threading.Channels;
using KremlinArchive.Import.Runs;

namespace KremlinArchive.Web.Admin.Runs;

/// <summary>The imports of this process: one runs, others wait their turn, the last that ended are remembered. Whoever watches is told at most four times a second.</summary>
internal sealed class ImportQueue(TimeProvider clock)
{
    public const int MostWaiting = 100;

    private const int MostRemembered = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly Channel<ImportJob> waiting = Channel.CreateUnbounded<ImportJob>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock door = new();
    private readonly List<ImportJob> jobs = [];
    private volatile TaskCompletionSource changed = NewSignal();

    /// <summary>What runs and what waits, in the order of their turns.</summary>
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
        var job = new ImportJob(plan, belongings, Raise);
        lock (door)
        {
            if (jobs.Count(other => !other.Now.IsOver) > MostWaiting)
            {
                belongings?.Dispose();
                return null;
            }

            while (jobs.Count(other => other.Now.IsOver) > MostRemembered)
                jobs.Remove(jobs.First(other => other.Now.IsOver));
            jobs.Add(job);
        }

        waiting.Writer.TryWrite(job);
        Raise();
        return job;
    }

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

    /// <summary>The imports, each when its turn may have come; for one taker.</summary>
    public IAsyncEnumerable<ImportJob> TakeAsync(CancellationToken cancellation) => waiting.Reader.ReadAllAsync(cancellation);

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
        if (UnderWay is not [var first, ..] || first != job)
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

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Raise() => Interlocked.Exchange(ref changed, NewSignal()).TrySetResult();
}

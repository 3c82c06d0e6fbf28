using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Runs;

namespace KremlinArchive.Web.Admin.Runs;

/// <summary>One import or fetch of this process, from its place in the queue to its end. It may be cancelled at any time, from any thread.</summary>
internal sealed class ImportJob
{
    /// <summary>Between two requests there is a pause of seconds, which nobody takes for a standstill.</summary>
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(8);

    private readonly IDisposable? belongings;
    private readonly Action changed;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stop = new();
    private readonly Lock door = new();
    private volatile JobSnapshot now = new();

    /// <summary>An import.</summary>
    /// <param name="belongings">What it needs on its way and nobody needs after it: the uploaded files.</param>
    /// <param name="changed">Told of each new state.</param>
    public ImportJob(RunPlan plan, IDisposable? belongings, TimeProvider clock, Action changed)
    {
        this.belongings = belongings;
        this.clock = clock;
        this.changed = changed;
        Plan = plan;
    }

    /// <summary>A fetch.</summary>
    /// <param name="fetch">The number of its plan in the archive.</param>
    /// <param name="plan">Makes a run of it that tells of each wait.</param>
    public ImportJob(long fetch, Func<Action<FetchWait>, RunPlan> plan, TimeProvider clock, Action changed)
    {
        this.clock = clock;
        this.changed = changed;
        Fetch = fetch;
        Plan = plan(Wait);
    }

    /// <summary>Names it before it has a number in the history.</summary>
    public Guid Key { get; } = Guid.NewGuid();

    public RunPlan Plan { get; }

    /// <summary>The number of the plan that it fetches by; null for an import.</summary>
    public long? Fetch { get; }

    /// <summary>The lane it waits in.</summary>
    public Lane Lane => Fetch is null ? Lane.Imports : Lane.Fetches;

    public JobSnapshot Now => now;

    /// <summary>Cancelled when someone cancels it.</summary>
    public CancellationToken Stopping => stop.Token;

    /// <summary>Where its page is: by its number in the history as soon as it has one.</summary>
    public string Address => now.Run is { } run ? RunAddress.Of(run) : RunAddress.OfWaiting(Key);

    /// <summary>Lets it leave the queue.</summary>
    /// <returns>False if it was cancelled before.</returns>
    public bool TryBegin()
    {
        lock (door)
        {
            if (now.State != JobState.Waiting)
                return false;
            now = now with { State = JobState.Running };
        }

        changed();
        return true;
    }

    /// <summary>Notes how far it has come.</summary>
    public void Tell(Func<JobSnapshot, JobSnapshot> next)
    {
        lock (door)
            now = next(now);
        changed();
    }

    /// <summary>Notes what is stored; a wait whose time has come is over.</summary>
    public void Store(RunProgress progress) => Tell(last => last with { Progress = progress, Wait = last.Wait?.Until > clock.GetUtcNow() ? last.Wait : null });

    /// <summary>Cancels it: at once while it waits; what runs is stopped and keeps what it has stored.</summary>
    public void Cancel()
    {
        lock (door)
        {
            if (now.State == JobState.Running)
                now = now with { State = JobState.Stopping };
            else if (now.State == JobState.Waiting)
                now = now with { State = JobState.Over, Failure = "It was cancelled before it began." };
            else
                return;
        }

        stop.Cancel();
        if (now.IsOver)
            belongings?.Dispose();
        changed();
    }

    /// <summary>Ends it and gives up what it needed.</summary>
    /// <param name="failure">Why it ended early; null if it did not.</param>
    public void End(string? failure)
    {
        belongings?.Dispose();
        Tell(last => last with { State = JobState.Over, Failure = failure });
    }

    /// <summary>Notes what it waits for, if that is worth telling; what it waited for before is over.</summary>
    private void Wait(FetchWait wait)
    {
        var told = wait.Address is null || wait.Until - clock.GetUtcNow() > WorthTelling ? wait : null;
        if (told is not null || now.Wait is not null)
            Tell(last => last with { Wait = told });
    }
}

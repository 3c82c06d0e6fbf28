using KremlinArchive.Import.Runs;

namespace KremlinArchive.Web.Admin.Runs;

/// <summary>One import of this process, from its place in the queue to its end. It may be cancelled at any time, from any thread.</summary>
/// <param name="plan">What is to be imported.</param>
/// <param name="belongings">What it needs on its way and nobody needs after it: the uploaded files.</param>
/// <param name="changed">Told of each new state.</param>
internal sealed class ImportJob(RunPlan plan, IDisposable? belongings, Action changed)
{
    private readonly CancellationTokenSource stop = new();
    private readonly Lock door = new();
    private volatile JobSnapshot now = new();

    /// <summary>Names it before it has a number in the history.</summary>
    public Guid Key { get; } = Guid.NewGuid();

    public RunPlan Plan => plan;

    public JobSnapshot Now => now;

    /// <summary>Cancelled when someone cancels the import.</summary>
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
}

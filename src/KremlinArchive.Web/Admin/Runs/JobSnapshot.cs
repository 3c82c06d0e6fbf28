using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Runs;

namespace KremlinArchive.Web.Admin.Runs;

/// <summary>How far an import of this process has come: a state that stays as it is while the import goes on.</summary>
public sealed record JobSnapshot
{
    public JobState State { get; init; } = JobState.Waiting;

    /// <summary>The run's number in the history; null before it began, and for ever if it never does.</summary>
    public long? Run { get; init; }

    /// <summary>How many bytes there are to be used up; 0 while that is not known.</summary>
    public long Size { get; init; }

    public RunProgress Progress { get; init; } = new();

    /// <summary>What a fetch waits for; null while it does not, or not for long.</summary>
    public FetchWait? Wait { get; init; }

    /// <summary>Why it stands still, in a sentence; null while it goes on.</summary>
    public string? Standstill { get; init; }

    /// <summary>Why it ended early, in a sentence; null if it did not.</summary>
    public string? Failure { get; init; }

    public bool IsOver => State == JobState.Over;

    /// <summary>How much of the bytes is used up, from 0 to 1.</summary>
    public double Share => Size > 0 ? Math.Clamp((double)Progress.Taken / Size, 0, 1) : 0;

    /// <summary>How long the rest takes if it goes on as it went; null while that is a guess.</summary>
    public TimeSpan? Remaining => State == JobState.Running && Share is > 0.01 and < 1 ? Progress.Elapsed * ((1 - Share) / Share) : null;
}

/// <summary>Where an import stands on its way through the queue.</summary>
public enum JobState
{
    Waiting,
    Running,

    /// <summary>Someone has cancelled it, and what is under way is being put down.</summary>
    Stopping,
    Over,
}

using System.Diagnostics;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Runs;

/// <summary>Counts what a run does and tells its watcher.</summary>
internal sealed class RunTally(long run, RunWatch watch)
{
    private readonly long began = Stopwatch.GetTimestamp();
    private readonly List<RunProblem> problems = [];
    private RunProgress progress = new();

    public long Run => run;

    /// <summary>A batch is stored.</summary>
    /// <param name="outcomes">What became of its pages.</param>
    /// <param name="taken">Bytes of the files on disk that it used up.</param>
    public void Count(IReadOnlyList<PageOutcome> outcomes, long taken)
    {
        foreach (var outcome in outcomes)
        {
            progress = progress.With(outcome.Outcome);
            if (outcome.Outcome == Outcome.Quarantined && problems.Count < RunReport.MostProblems)
                problems.Add(new RunProblem(outcome.Source, outcome.Reason ?? "No reason was given."));
        }

        progress = progress with { Taken = progress.Taken + taken, Elapsed = Stopwatch.GetElapsedTime(began) };
        watch.PagesStored?.Invoke(outcomes);
        watch.BatchStored?.Invoke(progress);
    }

    /// <summary>Told why the run stands still; null where nobody wants to know.</summary>
    public Action<string?>? Waits => watch.Waits;

    /// <summary>A page failed in an unforeseen way.</summary>
    public void Failed(string source, Exception unexpected) => watch.PageFailed?.Invoke(source, unexpected);

    public RunReport Report(string? failure) => new()
    {
        Run = run,
        Added = progress.Added,
        Revised = progress.Revised,
        Unchanged = progress.Unchanged,
        Skipped = progress.Skipped,
        Quarantined = progress.Quarantined,
        Duration = Stopwatch.GetElapsedTime(began),
        Problems = problems,
        Failure = failure,
    };
}

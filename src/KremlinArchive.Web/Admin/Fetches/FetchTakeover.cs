using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Fetching.Watching;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Store;

namespace KremlinArchive.Web.Admin.Fetches;

/// <summary>
/// Goes on with fetches whose program was killed or lost the archive, here or on another machine, at the page where they stopped. Those that somebody stopped, or that ended with a
/// reason, wait for a person; those of the watcher for its next look.
/// </summary>
internal sealed partial class FetchTakeover(ArchiveStore store, Fetcher fetcher, TimeProvider clock, ILogger<FetchTakeover> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(3);

    private readonly PageReader reader = new(clock);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // At its own start a server has nothing to take over that could not wait as long.
        using var looks = new PeriodicTimer(BetweenLooks, clock);
        try
        {
            while (await looks.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was taken over is interrupted once more, and goes on elsewhere or at the next start.
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        try
        {
            foreach (var plan in await store.Fetches.UnderWayAsync(stopping))
            {
                if (!Watcher.Made(plan) && await fetcher.TakeOverAsync(plan, run => GoOnAsync(run, stopping), stopping) is { } report)
                    Ended(report.Run, report.Added, report.Revised, report.Quarantined, report.Failure ?? "It came to its end.");
            }
        }
        catch (ArchiveUnavailableException)
        {
            // Whoever asks for the health is told; the next look asks again.
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException)
        {
            // The edge of a look: whatever happens to one, the next has its time.
            Failed(unexpected);
        }
    }

    private Task<RunReport> GoOnAsync(RunPlan plan, CancellationToken stopping)
    {
        TakenOver(plan.Description);
        return new ImportRun(store.Ledger, reader).ImportAsync(plan, new RunWatch { PageFailed = PageFailed }, stopping);
    }

    [LoggerMessage(LogLevel.Information, "The fetch {Description} was interrupted; this server goes on with it")]
    private partial void TakenOver(string description);

    [LoggerMessage(LogLevel.Information, "Run {Run} of a fetch taken over: {Added} added, {Revised} revised, {Quarantined} quarantined. {End}")]
    private partial void Ended(long run, int added, int revised, int quarantined, string end);

    [LoggerMessage(LogLevel.Error, "Taking over a fetch failed unexpectedly")]
    private partial void Failed(Exception error);

    [LoggerMessage(LogLevel.Error, "The page {Source} could not be read")]
    private partial void PageFailed(string source, Exception error);
}

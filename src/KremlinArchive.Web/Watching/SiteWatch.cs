using Cronos;
using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Fetching.Watching;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Records;
using KremlinArchive.Store;

namespace KremlinArchive.Web.Watching;

/// <summary>Watches the site by the schedule, as long as no other server of the archive does. Its runs are beside the desk's queue: waiting for a site keeps no upload waiting.</summary>
internal sealed partial class SiteWatch(ArchiveStore store, SiteClient client, WatchSettings settings, TimeProvider clock, ILogger<SiteWatch> log) : BackgroundService
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);
    private static readonly TimeSpan WorthLogging = TimeSpan.FromMinutes(1);

    private readonly Watcher watcher = new(store, client, clock, WatchPolicy.Usual, settings.Pages);
    private readonly PageReader reader = new(clock);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.On)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = clock.GetUtcNow();
            await LookAsync(stoppingToken);
            await WaitAsync(NextAfter(settings.Schedule, began), clock, stoppingToken);
        }
    }

    /// <summary>The next time of the schedule after a look began. Of times that passed while the look went on the last is made up for at once.</summary>
    internal static DateTimeOffset? NextAfter(CronExpression schedule, DateTimeOffset began) => schedule.GetNextOccurrence(began, Moscow);

    private async Task LookAsync(CancellationToken stopping)
    {
        try
        {
            await using var lease = await store.Leases.TakeWatchingAsync(stopping);
            if (lease is null)
                return;
            if (await watcher.LookAsync(Waiting, Troubled, stopping) is not { } plan)
                return;
            var report = await new ImportRun(store.Ledger, reader).ImportAsync(plan, new RunWatch { PageFailed = PageFailed }, stopping);
            Looked(report.Run, report.Added, report.Revised, report.Skipped, report.Quarantined);
            if (report.Failure is { } failure && !stopping.IsCancellationRequested)
                Stopped(report.Run, failure);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server stops; the plan stays, and the next start goes on with it.
        }
        catch (Exception unexpected)
        {
            // The edge of a look: whatever happens to one, the next has its time.
            Failed(unexpected);
        }
    }

    /// <summary>Waits for a time of the schedule, or for the server's end; a schedule without one is never due.</summary>
    internal static async Task WaitAsync(DateTimeOffset? next, TimeProvider clock, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && (next ?? DateTimeOffset.MaxValue) - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
        {
            // A timer has its bounds; a schedule may name a day of the next year.
            var delay = TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling(wait.TotalMilliseconds), 1, LongestDelay.TotalMilliseconds));
            await Task.Delay(delay, clock, stopping).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private void Waiting(FetchWait wait)
    {
        if (wait.Until - clock.GetUtcNow() > WorthLogging)
            Waits(wait.Address, MoscowClock.Show(wait.Until));
    }

    [LoggerMessage(LogLevel.Information, "Watch, run {Run}: {Added} added, {Revised} revised, {Skipped} skipped, {Quarantined} quarantined")]
    private partial void Looked(long run, int added, int revised, int skipped, int quarantined);

    [LoggerMessage(LogLevel.Warning, "Watch, run {Run} stopped early. {Failure}")]
    private partial void Stopped(long run, string failure);

    [LoggerMessage(LogLevel.Warning, "Watch: {Trouble}")]
    private partial void Troubled(string trouble);

    [LoggerMessage(LogLevel.Information, "Watch: nothing is asked before {Until}; then {Address}")]
    private partial void Waits(string address, DateTimeOffset until);

    [LoggerMessage(LogLevel.Error, "Watch: a look at the site failed unexpectedly")]
    private partial void Failed(Exception error);

    [LoggerMessage(LogLevel.Error, "Watch: the page {Source} could not be read")]
    private partial void PageFailed(string source, Exception error);
}

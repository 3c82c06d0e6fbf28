using Cronos;
using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Fetching.Watching;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Records;
using KremlinArchive.Store;

namespace KremlinArchive.Web.Watching;

/// <summary>
/// Watches the site by the schedule, as long as no other server of the archive does, and looks at it when an admin asks. Its runs are beside the desk's
/// queue: waiting for a site keeps no upload waiting.
/// </summary>
internal sealed partial class SiteWatch(ArchiveStore store, SiteClient client, WatchSettings settings, TimeProvider clock, ILogger<SiteWatch> log) : BackgroundService
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);
    private static readonly TimeSpan WorthLogging = TimeSpan.FromMinutes(1);

    private readonly Watcher watcher = new(store, client, clock, WatchPolicy.Usual, settings.Pages);
    private readonly PageReader reader = new(clock);
    private volatile TaskCompletionSource bell = NewBell();
    private volatile WatchLook? last;

    /// <summary>The last look, which may still go on; null before the first of this server.</summary>
    public WatchLook? Last => last;

    /// <summary>How many pages are to be looked at again now.</summary>
    public Task<DuePages> CountDueAsync(CancellationToken cancellation) => watcher.CountDueAsync(cancellation);

    /// <summary>Looks at the site as soon as the look that goes on, if any, has ended.</summary>
    public void LookNow() => bell.TrySetResult();

    /// <summary>When it is looked at next by the schedule; null where it is not.</summary>
    public DateTimeOffset? Next(DateTimeOffset now) => settings.On ? NextAfter(settings.Schedule, now) : null;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = clock.GetUtcNow();
            if (settings.On || bell.Task.IsCompleted)
            {
                bell = NewBell();
                await LookAsync(stoppingToken);
            }

            await WaitAsync(Next(began), bell.Task, clock, stoppingToken);
        }
    }

    /// <summary>The next time of the schedule after a look began. Of times that passed while the look went on the last is made up for at once.</summary>
    internal static DateTimeOffset? NextAfter(CronExpression schedule, DateTimeOffset began) => schedule.GetNextOccurrence(began, Moscow);

    private async Task LookAsync(CancellationToken stopping)
    {
        var look = last = new WatchLook(clock.GetUtcNow());
        try
        {
            await using var lease = await store.Leases.TakeWatchingAsync(stopping);
            if (lease is null)
            {
                last = look with { End = WatchEnd.Elsewhere };
                return;
            }

            var trouble = (string?)null;
            if (await watcher.LookAsync(Waiting, told => Troubled(trouble = told), stopping) is not { } plan)
            {
                last = look with { End = WatchEnd.Nothing, Trouble = trouble };
                return;
            }

            var report = await new ImportRun(store.Ledger, reader).ImportAsync(plan, new RunWatch { Began = run => last = look with { Run = run }, PageFailed = PageFailed }, stopping);
            last = look with { End = WatchEnd.Run, Run = report.Run, Trouble = report.Failure ?? trouble };
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
            last = look with { End = WatchEnd.Nothing, Trouble = unexpected.Message };
            Failed(unexpected);
        }
    }

    /// <summary>Waits for a time of the schedule, for a bell, or for the server's end; a schedule without a time is never due.</summary>
    internal static async Task WaitAsync(DateTimeOffset? next, Task bell, TimeProvider clock, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && !bell.IsCompleted && (next ?? DateTimeOffset.MaxValue) - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
        {
            // A timer has its bounds; a schedule may name a day of the next year.
            var delay = TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling(wait.TotalMilliseconds), 1, LongestDelay.TotalMilliseconds));
            using var early = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            await Task.WhenAny(bell, Task.Delay(delay, clock, early.Token));
            await early.CancelAsync();
        }
    }

    private static TaskCompletionSource NewBell() => new(TaskCreationOptions.RunContinuationsAsynchronously);

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
    private partial void Waits(string? address, DateTimeOffset until);

    [LoggerMessage(LogLevel.Error, "Watch: a look at the site failed unexpectedly")]
    private partial void Failed(Exception error);

    [LoggerMessage(LogLevel.Error, "Watch: the page {Source} could not be read")]
    private partial void PageFailed(string source, Exception error);
}

/// <summary>A look at the site of this server.</summary>
/// <param name="At">When it began.</param>
internal sealed record WatchLook(DateTimeOffset At)
{
    /// <summary>How it ended; null while it goes on.</summary>
    public WatchEnd? End { get; init; }

    /// <summary>The number of its run; null where it made none.</summary>
    public long? Run { get; init; }

    /// <summary>What could not be looked at, in a sentence; null if all could.</summary>
    public string? Trouble { get; init; }
}

/// <summary>How a look at the site ended.</summary>
internal enum WatchEnd
{
    /// <summary>There was nothing to fetch, or the site is to be left alone, or another fetches.</summary>
    Nothing,

    /// <summary>There was something, and it was fetched.</summary>
    Run,

    /// <summary>Another server of the archive watches.</summary>
    Elsewhere,
}

using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Store;
using KremlinArchive.Web.Admin.Uploads;

namespace KremlinArchive.Web.Admin.Runs;

/// <summary>Runs the imports of the queue, one after the other, and beside them its fetches, whoever watches and whoever has left. The index follows by itself.</summary>
internal sealed partial class ImportWorker(ImportQueue queue, ArchiveStore store, UploadSpool spool, ILogger<ImportWorker> log) : BackgroundService
{
    private readonly PageReader reader = new();

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // No request has come yet: whatever lies there is of a process that was killed.
        spool.Clear();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enum.GetValues<Lane>().Select(lane => Task.Run(() => WorkAsync(lane, stoppingToken), CancellationToken.None)));

    private async Task WorkAsync(Lane lane, CancellationToken stopping)
    {
        try
        {
            await foreach (var job in queue.TakeAsync(lane, stopping))
            {
                if (job.TryBegin())
                    await RunAsync(job, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            foreach (var job in queue.UnderWay.Where(job => job.Lane == lane))
            {
                job.Cancel();
                // The plan of a fetch is kept, and listed among those that can be gone on with.
                if (lane == Lane.Imports)
                    Dropped(job.Plan.Description);
            }
        }
    }

    private async Task RunAsync(ImportJob job, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, job.Stopping);
        try
        {
            var size = await job.Plan.Measure(either.Token);
            job.Tell(now => now with { Size = size });
            var report = await new ImportRun(store.Ledger, reader).ImportAsync(job.Plan, Watch(job), either.Token);
            Imported(report.Run, report.Added, report.Revised, report.Quarantined, report.Duration.TotalSeconds);
            job.End(report.Failure);
        }
        catch (ArchiveUnavailableException unavailable)
        {
            job.End(unavailable.Message);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            job.End("It was cancelled before it began.");
        }
        catch (Exception unexpected)
        {
            // The edge of a run: whatever happens to one, the next has its turn.
            Failed(job.Plan.Description, unexpected);
            job.End($"Unexpected: {unexpected.Message}");
        }
    }

    private RunWatch Watch(ImportJob job) => new()
    {
        Began = run => job.Tell(now => now with { Run = run }),
        BatchStored = job.Store,
        Waits = why => job.Tell(now => now with { Standstill = why }),
        PageFailed = PageFailed,
    };

    [LoggerMessage(LogLevel.Information, "Run {Run}: {Added} added, {Revised} revised, {Quarantined} quarantined in {Seconds:0.0} s")]
    private partial void Imported(long run, int added, int revised, int quarantined, double seconds);

    [LoggerMessage(LogLevel.Warning, "The server stopped before the import of {Description} had its turn; import it again")]
    private partial void Dropped(string description);

    [LoggerMessage(LogLevel.Error, "The import of {Description} failed unexpectedly")]
    private partial void Failed(string description, Exception error);

    [LoggerMessage(LogLevel.Error, "The page {Source} could not be read")]
    private partial void PageFailed(string source, Exception error);
}

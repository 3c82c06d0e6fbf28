using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Store;

namespace KremlinArchive.Web.Hosting;

/// <summary>Gives an empty archive something to look at: the seed readout and a few invented documents.</summary>
internal sealed partial class SampleImport(ArchiveStore store, ArchiveSettings settings, ILogger<SampleImport> log)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (!settings.Samples || !Directory.Exists(settings.SamplesDirectory) || await store.Ledger.HasRunsAsync(cancellation))
            return;
        var run = new ImportRun(store.Ledger, new PageReader());
        var report = await run.ImportAsync([settings.SamplesDirectory], new RunWatch { PageFailed = Failed }, cancellation);
        if (report.Failure is { } failure)
            Ended(failure);
        Imported(report.Added, report.Quarantined, report.Duration.TotalMilliseconds);
    }

    [LoggerMessage(LogLevel.Information, "Run: the archive was empty; imported {Added} samples, {Quarantined} unreadable, in {Milliseconds:0} ms")]
    private partial void Imported(int added, int quarantined, double milliseconds);

    [LoggerMessage(LogLevel.Error, "Run: the import of the samples ended early. {Failure}")]
    private partial void Ended(string failure);

    [LoggerMessage(LogLevel.Error, "The sample {Source} could not be read")]
    private partial void Failed(string source, Exception error);
}

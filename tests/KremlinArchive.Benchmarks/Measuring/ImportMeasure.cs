using System.Diagnostics;
using System.Globalization;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Search;
using KremlinArchive.Store;

namespace KremlinArchive.Benchmarks.Measuring;

/// <summary>An import into a fresh archive, from the first byte to the last searchable record, as the command line does it.</summary>
internal static class ImportMeasure
{
    public static async Task<int> RunAsync(string[] paths)
    {
        var directory = Directory.CreateTempSubdirectory("kremlin-archive-measure-").FullName;
        try
        {
            var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = directory }, CancellationToken.None);
            using var index = ArchiveIndex.Open(new ArchiveIndexOptions { Directory = ArchiveLocation.IndexIn(directory) }, store.Changes);
            using var stop = new CancellationTokenSource();
            var clock = Stopwatch.StartNew();
            var following = Task.Run(() => index.FollowAsync(stop.Token));
            var report = await new ImportRun(store.Ledger, new PageReader()).ImportAsync(paths, new RunWatch(), CancellationToken.None);
            await stop.CancelAsync();
            await following;
            await index.CatchUpAsync(CancellationToken.None);
            Print(report, clock.Elapsed, index);
            clock.Restart();
            await index.RebuildAsync(CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"index rebuilt in {clock.Elapsed.TotalSeconds:0.0} s"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"on disk: {Megabytes(directory, "*.db*"):0} MB database, {Megabytes(ArchiveLocation.IndexIn(directory), "*"):0} MB index"));
            return report.Failure is null ? 0 : 1;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static void Print(RunReport report, TimeSpan elapsed, ArchiveIndex index)
    {
        var pages = report.Added + report.Revised + report.Unchanged;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{pages} records ({report.Skipped} skipped, {report.Quarantined} quarantined) captured, stored, indexed to change {index.IndexedChange} and searchable in {elapsed.TotalSeconds:0.0} s: {pages / elapsed.TotalSeconds:0} a second"));
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"stored after {report.Duration.TotalSeconds:0.0} s; {process.TotalProcessorTime.TotalSeconds:0.0} s of the processors since the process began; peak memory {process.PeakWorkingSet64 / 1e6:0} MB"));
        if (report.Failure is { } failure)
            Console.WriteLine(failure);
    }

    private static double Megabytes(string directory, string pattern) =>
        new DirectoryInfo(directory).EnumerateFiles(pattern, SearchOption.AllDirectories).Sum(file => file.Length) / 1e6;
}

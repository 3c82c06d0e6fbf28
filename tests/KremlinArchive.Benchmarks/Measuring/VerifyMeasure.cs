using System.Diagnostics;
using System.Globalization;
using KremlinArchive.Search;
using KremlinArchive.Store;
using KremlinArchive.Store.Verification;

namespace KremlinArchive.Benchmarks.Measuring;

/// <summary>A verification of an archive and its index, stage by stage.</summary>
internal static class VerifyMeasure
{
    public static async Task<int> RunAsync(string data)
    {
        using var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = data }, CancellationToken.None);
        using var index = ArchiveIndex.Open(new ArchiveIndexOptions { Directory = ArchiveLocation.IndexIn(data) }, store.Changes);
        var clock = Stopwatch.StartNew();
        VerifyStage? stage = null;
        var watch = new VerifyWatch
        {
            Advanced = progress =>
            {
                if (progress.Stage != stage)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds,7:0.0} s  {progress.Stage} begins"));
                stage = progress.Stage;
            },
        };
        var found = await store.Verifier.VerifyAsync(watch, CancellationToken.None);
        var shown = await index.VerifyAsync(watch, CancellationToken.None);
        var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.Elapsed.TotalSeconds,7:0.0} s  {found.Changes} changes, {found.Versions} versions, {found.Captures} captures, {shown.Records} records in the index, {found.Damage.Count + shown.Damage.Count} damaged; processor time {process.TotalProcessorTime.TotalSeconds:0.0} s, peak memory {process.PeakWorkingSet64 / 1e6:0} MB"));
        return 0;
    }
}

using System.Diagnostics;
using KremlinArchive.Search;
using KremlinArchive.Search.Json;
using KremlinArchive.Store;

namespace KremlinArchive.Benchmarks.Search;

/// <summary>
/// Times every type of query over an archive, one client in this process: facets, snippets and serialization included. Beside the time by the clock
/// stands the processor's, which tells more on a machine that does other work besides.
/// </summary>
internal static class QueryTypesMeasure
{
    private const int WarmUp = 100, Rounds = 12;

    /// <param name="data">The archive's directory.</param>
    /// <param name="chosen">Beginnings of the names of the types to time; all of them where there are none.</param>
    public static async Task<int> RunAsync(string data, IReadOnlyList<string> chosen)
    {
        var directory = Path.GetFullPath(data);
        using var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = directory }, CancellationToken.None);
        using var index = ArchiveIndex.Open(new ArchiveIndexOptions { Directory = ArchiveLocation.IndexIn(directory) }, store.Changes);
        await index.CatchUpAsync(CancellationToken.None);
        var types = new QueryTypes(index).All.Where(type => chosen.Count == 0 || chosen.Any(name => type.Name.StartsWith(name, StringComparison.Ordinal))).ToList();
        Console.WriteLine($"{"type",-30} {"p50 ms",8} {"p95 ms",8} {"p99 ms",8} {"cpu p50",8} {"cpu p95",8} {"found",9}  slowest");
        foreach (var (name, requests) in types)
        {
            var (times, processor, found) = (new List<double>(), new List<double>(), 0L);
            var (slowest, most) = ("", 0d);
            for (var round = -WarmUp / requests.Count; round < Rounds; round++)
            {
                foreach (var request in requests)
                {
                    var (started, busy) = (Stopwatch.GetTimestamp(), ThreadClock.Milliseconds);
                    var answer = index.Search(request, CancellationToken.None);
                    _ = ArchiveJson.Write(answer);
                    if (round >= 0)
                    {
                        times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                        processor.Add(ThreadClock.Milliseconds - busy);
                        if (processor[^1] > most)
                            (slowest, most) = (request.Query, processor[^1]);
                    }

                    found += round == 0 ? answer.Total : 0;
                }
            }

            Console.WriteLine($"{name,-30} {At(times, 50),8:0.0} {At(times, 95),8:0.0} {At(times, 99),8:0.0} {At(processor, 50),8:0.0} {At(processor, 95),8:0.0} {found / requests.Count,9}  {slowest}");
        }

        Console.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        return 0;
    }

    private static double At(List<double> times, int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));
}

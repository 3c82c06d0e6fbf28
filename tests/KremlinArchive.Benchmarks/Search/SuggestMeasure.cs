using System.Diagnostics;
using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store;

namespace KremlinArchive.Benchmarks.Search;

/// <summary>Types the beginnings of titles and of the names of facets' values letter by letter, and times what each letter suggests.</summary>
internal static class SuggestMeasure
{
    private const int Titles = 100, Letters = 24, Most = 10;

    public static async Task<int> RunAsync(string data)
    {
        using var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = Path.GetFullPath(data) }, CancellationToken.None);
        using var index = ArchiveIndex.Open(new ArchiveIndexOptions { Directory = ArchiveLocation.IndexIn(Path.GetFullPath(data)) }, store.Changes);
        await index.CatchUpAsync(CancellationToken.None);
        var texts = Texts(index);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (clock, startedCpu) = (Stopwatch.StartNew(), ThreadClock.Milliseconds);
        index.Suggest("ab", Language.Russian, Most, CancellationToken.None);
        Console.WriteLine($"first suggestion after {clock.Elapsed.TotalMilliseconds:0.0} ms, {ThreadClock.Milliseconds - startedCpu:0.0} ms of the processor, which keeps {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0.00} MB");
        Time(index, texts);

        var (times, cpu) = Time(index, texts);
        Console.WriteLine($"{times.Count} texts typed: p50 {At(times, 50):0.00} ms, p95 {At(times, 95):0.00} ms, p99 {At(times, 99):0.00} ms; of the processor {At(cpu, 50):0.00}, {At(cpu, 95):0.00}, {At(cpu, 99):0.00} ms");
        return 0;
    }

    private static List<string> Texts(ArchiveIndex index)
    {
        var answer = index.Search(new SearchRequest { Size = Titles, Sort = SortOrder.Oldest }, CancellationToken.None);
        var names = ((Facet[])[Facet.Person, Facet.Place, Facet.Country, Facet.Topic]).SelectMany(facet => answer.Facets[facet]).Select(value => value.Label);
        return [.. answer.Hits.Select(hit => hit.Title).Concat(names).SelectMany(name => Enumerable.Range(1, Math.Min(Letters, name.Length)).Select(letters => name[..letters]))];
    }

    private static (List<double> Times, List<double> Cpu) Time(ArchiveIndex index, List<string> texts)
    {
        var (times, cpu) = (new List<double>(), new List<double>());
        foreach (var text in texts)
        {
            var (started, startedCpu) = (Stopwatch.GetTimestamp(), ThreadClock.Milliseconds);
            index.Suggest(text, Language.Russian, Most, CancellationToken.None);
            cpu.Add(ThreadClock.Milliseconds - startedCpu);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return (times, cpu);
    }

    private static double At(List<double> times, int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));
}

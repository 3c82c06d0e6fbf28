using System.Diagnostics;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Search.Json;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store;

namespace KremlinArchive.Benchmarks.Search;

/// <summary>Fills an archive, indexes it and asks it a mixture of queries, one client in this process.</summary>
internal static class SearchMeasure
{
    private const int Rounds = 60;

    private static readonly string[] Addresses =
    [
        "", "q=", "lang=en", "q=President+Russia", "q=%22President+of+Russia%22", "q=Vladimir+Putin", "q=meeting&sort=newest", "q=the",
        "q=cooperation+Belarus&from=2019&to=2020", "q=%22foreign+policy%22+-Ukraine", "q=gas&kind=phone-call", "q=COVID-19+vaccine", "q=Lavrov",
        "q=economy+growth+investment", "year=2019&kind=meeting", "q=Germany&country=DE&sort=oldest", "q=president&page=50", "q=question&size=100", "q=-Putin",
        "q=%D0%9F%D1%83%D1%82%D0%B8%D0%BD", "q=%D0%9F%D1%80%D0%B5%D0%B7%D0%B8%D0%B4%D0%B5%D0%BD%D1%82+%D0%A0%D0%BE%D1%81%D1%81%D0%B8%D0%B8", "q=zzzz", "q=%22thank+you+very+much%22",
    ];

    /// <summary>Imports pages into an archive.</summary>
    public static async Task<int> FillAsync(string data, IReadOnlyList<string> paths)
    {
        var store = await OpenAsync(data);
        var clock = Stopwatch.StartNew();
        await new ImportRun(store.Ledger, new PageReader()).ImportAsync(paths, new RunWatch(), CancellationToken.None);
        var status = await store.StatusAsync(CancellationToken.None);
        Console.WriteLine($"{status.Records} records, {status.Change} changes in {clock.Elapsed.TotalSeconds:0.0} s");
        return 0;
    }

    /// <summary>Rebuilds the index of an archive.</summary>
    public static async Task<int> IndexAsync(string data)
    {
        var store = await OpenAsync(data);
        using var index = Open(data, store);
        var clock = Stopwatch.StartNew();
        await index.RebuildAsync(CancellationToken.None);
        var size = new DirectoryInfo(Path.Combine(data, "index")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Console.WriteLine($"{index.IndexedChange} changes in {clock.Elapsed.TotalSeconds:0.0} s, {index.IndexedChange / clock.Elapsed.TotalSeconds:0} a second, {size / 1e6:0.0} MB");
        return 0;
    }

    /// <summary>Times every query of the mixture, serialization included.</summary>
    public static async Task<int> AskAsync(string data)
    {
        var store = await OpenAsync(data);
        using var index = Open(data, store);
        await index.CatchUpAsync(CancellationToken.None);
        var all = new List<double>();
        var lines = new List<string>();
        foreach (var address in Addresses)
        {
            var times = Time(index, address, out var total);
            all.AddRange(times.Skip(Rounds / 3));
            lines.Add($"{Percentile([.. times.Skip(Rounds / 3)], 50),8:0.00} {Percentile([.. times.Skip(Rounds / 3)], 95),8:0.00} {total,8}  {Uri.UnescapeDataString(address)}");
        }

        Console.WriteLine($"{"p50 ms",8} {"p95 ms",8} {"total",8}");
        lines.ForEach(Console.WriteLine);
        Console.WriteLine($"{Percentile(all, 50),8:0.00} {Percentile(all, 95),8:0.00} {"",8}  all; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        return 0;
    }

    private static List<double> Time(ArchiveIndex index, string address, out long total)
    {
        var parameters = address.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .Select(pair => KeyValuePair.Create(pair[0], (string?)Uri.UnescapeDataString(pair[1].Replace('+', ' '))));
        var request = SearchParameters.Read(parameters, Language.English).Request;
        var times = new List<double>(Rounds);
        total = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var answer = index.Search(request, CancellationToken.None);
            _ = ArchiveJson.Write(answer);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            total = answer.Total;
        }

        return times;
    }

    private static double Percentile(List<double> times, int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));

    private static Task<ArchiveStore> OpenAsync(string data) =>
        ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = Path.GetFullPath(data) }, CancellationToken.None);

    private static ArchiveIndex Open(string data, ArchiveStore store) =>
        ArchiveIndex.Open(new ArchiveIndexOptions { Directory = Path.Combine(Path.GetFullPath(data), "index") }, store.Changes);
}

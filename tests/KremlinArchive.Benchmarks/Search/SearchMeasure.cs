using System.Diagnostics;
using System.Text;
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
    private const int WarmUp = 60, Rounds = 40;

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

    /// <summary>Rebuilds the index of an archive so many times: the first in a process that has compiled nothing yet, the others as in a server that has run for a while.</summary>
    public static async Task<int> IndexAsync(string data, int rounds)
    {
        var store = await OpenAsync(data);
        using var index = Open(data, store);
        var times = new List<double>();
        while (times.Count < rounds)
        {
            var clock = Stopwatch.StartNew();
            await index.RebuildAsync(CancellationToken.None);
            times.Add(clock.Elapsed.TotalSeconds);
        }

        var (records, text) = await TextAsync(store);
        foreach (var seconds in times)
        {
            Console.WriteLine($"{records} records of {text / 1e3 / records:0.0} kB of text each in {seconds:0.0} s: {records / seconds:0} a second, as much text as {text / 3e3 / seconds:0} of 3 kB");
        }

        var size = new DirectoryInfo(Path.Combine(data, "index")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Console.WriteLine($"index {size / 1e6:0.0} MB, text {text / 1e6:0.0} MB, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        return 0;
    }

    /// <summary>How many records there are, and how long their texts are in all, in bytes of UTF-8.</summary>
    private static async Task<(long Records, long Bytes)> TextAsync(ArchiveStore store)
    {
        var (records, bytes) = (0L, 0L);
        for (var batch = await store.Changes.StandingAsync(0, 1000, CancellationToken.None); batch.Count > 0; batch = await store.Changes.StandingAsync(batch[^1].Key, 1000, CancellationToken.None))
        {
            records += batch.Count;
            bytes += batch.Sum(standing => standing.Current?.Record.Passages.Sum(passage => (long)Encoding.UTF8.GetByteCount(passage.Text)) ?? 0);
        }

        return (records, bytes);
    }

    /// <summary>Times every query of the mixture, serialization included.</summary>
    public static async Task<int> AskAsync(string data)
    {
        var store = await OpenAsync(data);
        using var index = Open(data, store);
        await index.CatchUpAsync(CancellationToken.None);
        var requests = Addresses.Select(Request).ToList();
        var times = requests.ConvertAll(_ => new List<double>());
        var cpu = requests.ConvertAll(_ => new List<double>());
        var totals = new long[requests.Count];
        for (var round = -WarmUp; round < Rounds; round++)
        {
            for (var i = 0; i < requests.Count; i++)
            {
                var (started, startedCpu) = (Stopwatch.GetTimestamp(), ThreadClock.Milliseconds);
                var answer = index.Search(requests[i], CancellationToken.None);
                _ = ArchiveJson.Write(answer);
                if (round >= 0)
                {
                    cpu[i].Add(ThreadClock.Milliseconds - startedCpu);
                    times[i].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }

                totals[i] = answer.Total;
            }
        }

        Console.WriteLine($"{"p50 ms",8} {"p95 ms",8} {"cpu p50",8} {"cpu p95",8} {"total",8}");
        for (var i = 0; i < requests.Count; i++)
            Console.WriteLine($"{Show(times[i])} {Show(cpu[i])} {totals[i],8}  {Uri.UnescapeDataString(Addresses[i])}");
        Console.WriteLine($"{Show([.. times.SelectMany(list => list)])} {Show([.. cpu.SelectMany(list => list)])}  all; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        return 0;
    }

    private static SearchRequest Request(string address)
    {
        var parameters = address.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .Select(pair => KeyValuePair.Create(pair[0], (string?)Uri.UnescapeDataString(pair[1].Replace('+', ' '))));
        return SearchParameters.Read(parameters, Language.English).Request;
    }

    private static string Show(List<double> times) => $"{Percentile(times, 50),8:0.00} {Percentile(times, 95),8:0.00}";

    private static double Percentile(List<double> times, int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));

    private static Task<ArchiveStore> OpenAsync(string data) =>
        ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = Path.GetFullPath(data) }, CancellationToken.None);

    private static ArchiveIndex Open(string data, ArchiveStore store) =>
        ArchiveIndex.Open(new ArchiveIndexOptions { Directory = Path.Combine(Path.GetFullPath(data), "index") }, store.Changes);
}

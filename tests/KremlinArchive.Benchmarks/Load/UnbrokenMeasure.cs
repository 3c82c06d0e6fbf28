using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace KremlinArchive.Benchmarks.Load;

/// <summary>
/// A set number of reads without a pause while something breaks: searches, pages of documents and both through the API, from a few connections. When half of them are
/// answered a command is run, as one that kills a node. What is not answered with 200 and whole is a failed read.
/// </summary>
internal static class UnbrokenMeasure
{
    private const int Documents = 400;

    public static async Task<int> RunAsync(LoadOptions options)
    {
        using var site = new Site(options.Server);
        var reads = await ReadsAsync(options.Server, await site.QueriesAsync(CancellationToken.None));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Requests} reads from {options.Connections} connections, of {reads.Length} different ones"));
        var tally = new ClickTally();
        var midway = new Midway(options.Midway, options.Requests / 2);
        var clock = Stopwatch.StartNew();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, options.Connections).Select(_ => Task.Run(async () =>
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = options.Server, Timeout = TimeSpan.FromSeconds(60) };
            while (Interlocked.Increment(ref next) is var number && number < options.Requests)
            {
                midway.Reached(number);
                await ReadAsync(http, reads[number % reads.Length], tally);
            }
        })));
        var time = clock.Elapsed;
        await midway.EndedAsync();
        tally.Print();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally.Pages} answered in {time.TotalSeconds:0.0} s, {tally.Pages / time.TotalSeconds:0} a second; {tally.Failures} failed"));
        return tally.Failures == 0 ? 0 : 1;
    }

    private static async Task ReadAsync(HttpClient http, (string Kind, string Path) read, ClickTally tally)
    {
        var from = Stopwatch.GetTimestamp();
        try
        {
            using var response = await http.GetAsync(read.Path);
            if ((await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length == 0)
                throw new HttpRequestException("The answer is empty.");
            tally.Count(read.Kind, Stopwatch.GetElapsedTime(from));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TaskCanceledException)
        {
            tally.Fail(read.Path, failure);
        }
    }

    // The four kinds take turns, so that every moment meets all of them.
    private static async Task<(string Kind, string Path)[]> ReadsAsync(Uri server, string[] queries)
    {
        using var http = new HttpClient { BaseAddress = server };
        var found = new List<string>();
        for (var page = 1; page <= Documents / 100; page++)
        {
            var answer = JsonDocument.Parse(await http.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"/api/v1/search?size=100&page={page}"))).RootElement;
            found.AddRange(answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!));
        }

        return
        [
            .. found.SelectMany((id, at) => ((string, string)[])
            [
                ("search page", "/?" + queries[at % queries.Length]), ("document", "/" + id),
                ("search API", "/api/v1/search?" + queries[(at + 7) % queries.Length]), ("record API", "/api/v1/records/" + id),
            ]),
        ];
    }
}

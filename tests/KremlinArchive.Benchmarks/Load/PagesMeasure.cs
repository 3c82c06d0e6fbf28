using System.Diagnostics;
using System.Globalization;
using System.Net;
using KremlinArchive.Benchmarks.Measuring;

namespace KremlinArchive.Benchmarks.Load;

/// <summary>How fast search pages come, one after another and from several connections at once, and how much is sent for the first page.</summary>
internal static class PagesMeasure
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(LoadOptions options)
    {
        using var site = new Site(options.Server);
        var paths = (await site.QueriesAsync(CancellationToken.None)).Select(query => "/?" + query).ToArray();
        await AskAsync(options.Server, paths, options.Connections, WarmUp);
        var alone = await AskAsync(options.Server, paths, connections: 1, options.Time / 2);
        Console.WriteLine($"search page, 1 connection:  {new Sample(alone)}");
        var clock = Stopwatch.StartNew();
        var together = await AskAsync(options.Server, paths, options.Connections, options.Time / 2);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"search page, {options.Connections} connections: {new Sample(together)}, {together.Count / clock.Elapsed.TotalSeconds:0} pages/s; client and server share {Environment.ProcessorCount} cores"));
        foreach (var encoding in (string[])["br", "gzip", "identity"])
            await WeighAsync(options.Server, encoding);
        return 0;
    }

    // Bodies are received and thrown away as they are: what a client does with them is not measured.
    private static async Task<List<double>> AskAsync(Uri server, string[] paths, int connections, TimeSpan time)
    {
        using var http = Client(server, "br");
        using var stop = new CancellationTokenSource(time);
        var next = -1;
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var own = new List<double>();
            while (!stop.IsCancellationRequested)
            {
                var from = Stopwatch.GetTimestamp();
                using var response = await http.GetAsync(paths[Interlocked.Increment(ref next) % paths.Length], CancellationToken.None);
                await response.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null, CancellationToken.None);
                own.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }

            return own;
        })));
        return [.. times.SelectMany(own => own)];
    }

    private static async Task WeighAsync(Uri server, string encoding)
    {
        using var http = Client(server, encoding);
        using var page = await http.GetAsync("/");
        var pageBytes = (await page.Content.ReadAsByteArrayAsync()).Length;
        using var plain = Client(server, "identity");
        var parts = new List<string>();
        var total = pageBytes;
        foreach (var file in PageOfLinks.Files(await plain.GetStringAsync("/")))
        {
            var bytes = (await http.GetByteArrayAsync(file)).Length;
            total += bytes;
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{file.Split('/')[^1]} {bytes / 1e3:0.0}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"first page, {encoding}: {total / 1e3:0.0} KB without fonts: page {pageBytes / 1e3:0.0}, {string.Join(", ", parts)}"));
    }

    private static HttpClient Client(Uri server, string encoding)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = server };
        http.DefaultRequestHeaders.Add("Accept-Encoding", encoding);
        return http;
    }
}

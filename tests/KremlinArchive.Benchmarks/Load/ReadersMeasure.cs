using System.Diagnostics;
using System.Globalization;

namespace KremlinArchive.Benchmarks.Load;

/// <summary>Many readers at once, clicking through a running server on the same machine for a bounded time; they share its cores with it.</summary>
internal static class ReadersMeasure
{
    public static async Task<int> RunAsync(LoadOptions options)
    {
        using var site = new Site(options.Server);
        var queries = await site.QueriesAsync(CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Readers} readers for {options.Time.TotalSeconds:0} s, {options.Thought.TotalMilliseconds:0} ms between clicks on average, {queries.Length} queries; {Environment.ProcessorCount} cores shared with the server"));
        using var memory = options.Process is { } id ? MemoryWatch.Begin(id, seconds: Math.Clamp((int)options.Time.TotalSeconds / 60, 1, 10)) : null;
        var tally = new ClickTally();
        var clock = Stopwatch.StartNew();
        using (var stop = new CancellationTokenSource(options.Time))
            await Task.WhenAll(Enumerable.Range(0, options.Readers).Select(seed => new Reader(site, queries, options.Thought, seed, tally).ReadAsync(stop.Token)));
        tally.Print();
        memory?.Print();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{tally.Pages} pages, {tally.Pages / clock.Elapsed.TotalSeconds:0.0} a second, {tally.Failures} errors"));
        return tally.Failures == 0 ? 0 : 1;
    }
}

using System.Diagnostics;

namespace KremlinArchive.Benchmarks.Load;

/// <summary>
/// One reader: searches, opens hits, goes back (asking, as browsers do, whether what is held is still good), turns the page, narrows by a facet,
/// reads, and begins again with other words. Each page is received and decompressed whole, and looked at for half to one and a half of the mean time.
/// </summary>
internal sealed class Reader(Site site, string[] queries, TimeSpan thought, int seed, ClickTally tally)
{
    private readonly Random random = new(seed);

    public async Task ReadAsync(CancellationToken stop)
    {
        try
        {
            // Readers come one after another, not all in the same moment.
            await Task.Delay(thought * random.NextDouble(), stop);
            while (!stop.IsCancellationRequested)
                await SessionAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The time is over, in the middle of a page or between two.
        }
    }

    private async Task SessionAsync(CancellationToken stop)
    {
        await ClickAsync("first page", "/", null, stop);
        var results = "/?" + queries[random.Next(queries.Length)];
        if (await ClickAsync("search", results, null, stop) is not { } found)
            return;
        await OpenAsync(found, stop);
        await ClickAsync("back", results, found, stop);
        await OpenAsync(found, stop);
        if (Any(found.Pages) is { } page && await ClickAsync("page", page, null, stop) is { } later)
            await OpenAsync(later, stop);
        if (Any(found.Facets) is { } facet && await ClickAsync("facet", facet, null, stop) is { } narrowed)
            await OpenAsync(narrowed, stop);
    }

    private async Task OpenAsync(PageOfLinks results, CancellationToken stop)
    {
        if (Any(results.Documents) is { } document)
            await ClickAsync("reading", document, null, stop);
    }

    private async Task<PageOfLinks?> ClickAsync(string kind, string path, PageOfLinks? held, CancellationToken stop)
    {
        PageOfLinks? page = null;
        var from = Stopwatch.GetTimestamp();
        try
        {
            page = await site.PageAsync(path, held, stop);
            tally.Count(kind, Stopwatch.GetElapsedTime(from));
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            tally.Fail(path, error);
        }

        await Task.Delay(thought * (0.5 + random.NextDouble()), stop);
        return page;
    }

    private string? Any(IReadOnlyList<string> links) => links.Count > 0 ? links[random.Next(links.Count)] : null;
}

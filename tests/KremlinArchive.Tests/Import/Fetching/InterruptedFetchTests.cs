using System.Globalization;
using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Import.Runs;
using KremlinArchive.Records;
using KremlinArchive.Tests.Support;
using static KremlinArchive.Tests.Support.InventedSite;

namespace KremlinArchive.Tests.Import.Fetching;

/// <summary>Fetches that end in their midst, at any moment, and go on from there.</summary>
public sealed class InterruptedFetchTests(FakeSite site) : IClassFixture<FakeSite>
{
    private const int Pages = 30;

    /// <summary>More with <c>KREMLIN_ARCHIVE_KILLS=200</c> in the environment.</summary>
    private static readonly int Trials = int.TryParse(Environment.GetEnvironmentVariable("KREMLIN_ARCHIVE_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 4;

    [Fact]
    public async Task AFetchThatEndsAtAnyMomentIsResumedWithoutLossAndWithoutDoubling()
    {
        var random = new Random(20260601);
        for (var trial = 0; trial < Trials; trial++)
        {
            Prepare();
            using var archive = await FetchedArchive.CreateAsync(site);
            var storedBefore = await EndInItsMidstAsync(archive, random);
            site.Asking = null;
            var asked = site.Asked.Count;
            if ((await archive.UnfinishedAsync()).Count > 0)
                Assert.Null((await archive.ResumeAsync()).Failure);

            Assert.Equal(Enumerable.Range(101, Pages).Select(number => $"ru/events/{number}"), archive.Query("SELECT 'ru/events/' || Number FROM Records ORDER BY Number"));
            Assert.Empty(archive.Query("SELECT Source FROM Captures GROUP BY Source HAVING COUNT(*) > 1"));
            // What was acknowledged is not asked for again.
            Assert.Empty(site.Asked.Skip(asked).Intersect(storedBefore));
            Assert.Empty((await archive.Store.Verifier.VerifyAsync(CancellationToken.None)).Damage);
        }
    }

    [Fact]
    public async Task TheHistoryCallsARunWhoseProgramDiedInterrupted()
    {
        Prepare();
        using var archive = await FetchedArchive.CreateAsync(site);
        using var stop = new CancellationTokenSource();
        var report = await archive.FetchAsync(FetchOrder.Feed(Language.Russian, null, null), new RunWatch { BatchStored = _ => stop.Cancel() }, stop.Token);
        Assert.Contains("stopped", report.Failure, StringComparison.Ordinal);
        Assert.Empty(archive.Query($"UPDATE Runs SET EndedAt = NULL, Failure = NULL WHERE Id = {report.Run}"));

        var resumed = await archive.ResumeAsync();
        var run = (await archive.Store.Runs.FindAsync(report.Run, CancellationToken.None))!;
        Assert.NotNull(run.EndedAt);
        Assert.Equal($"Interrupted: its program ended before it did. Run {resumed.Run} goes on with it.", run.Failure);
    }

    [Fact]
    public async Task APlanThatIsGivenUpIsNotResumed()
    {
        Prepare();
        using var archive = await FetchedArchive.CreateAsync(site);
        await EndInItsMidstAsync(archive, new Random(3));
        var plan = (await archive.UnfinishedAsync()).Single();
        await archive.Store.Fetches.AbandonAsync(plan.Id, CancellationToken.None);
        Assert.Empty(await archive.UnfinishedAsync());
        Assert.NotNull((await archive.Store.Fetches.FindAsync(plan.Id, CancellationToken.None))!.EndedAt);
    }

    /// <summary>A feed of three pages, and the pages behind it.</summary>
    private void Prepare()
    {
        site.Clear();
        for (var page = 1; page <= 3; page++)
        {
            var newest = 100 + Pages - ((page - 1) * 10);
            var items = Enumerable.Range(0, 10).Select(at => new FeedItem(newest - at, $"2026-05-{31 - page:00}T{20 - at:00}:00:00"));
            site.Serve("http://kremlin.ru/events/all/feed" + (page == 1 ? "" : $"/page/{page}"), Feed(items, page < 3 ? page + 1 : null));
        }

        site.ServePages(Enumerable.Range(101, Pages));
    }

    /// <summary>Fetches until a random request, and ends there: in the midst of asking, of waiting, or of storing.</summary>
    /// <returns>The addresses whose pages were stored by then.</returns>
    private async Task<IReadOnlyList<string>> EndInItsMidstAsync(FetchedArchive archive, Random random)
    {
        using var stop = new CancellationTokenSource();
        var last = random.Next(1, Pages + 3);
        var atBatch = random.Next(2) == 0;
        var batches = 0;
        site.Asking = _ =>
        {
            if (!atBatch && site.Asked.Count >= last)
                stop.Cancel();
        };
        var watch = new RunWatch
        {
            BatchStored = _ =>
            {
                if (atBatch && ++batches >= 1 + (last / 4))
                    stop.Cancel();
            },
        };
        await archive.FetchAsync(FetchOrder.Feed(Language.Russian, null, null), watch, stop.Token);
        return archive.Query("SELECT Source FROM Captures");
    }
}

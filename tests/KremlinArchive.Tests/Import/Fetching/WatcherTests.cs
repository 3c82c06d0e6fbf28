using System.Globalization;
using KremlinArchive.Import.Fetching.Watching;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Tests.Support;
using static KremlinArchive.Tests.Support.InventedSite;

namespace KremlinArchive.Tests.Import.Fetching;

/// <summary>What a look at the site finds, and when a page is looked at again. It is noon in Moscow on 1 June 2026.</summary>
public sealed class WatcherTests(FakeSite site) : IClassFixture<FakeSite>, IAsyncLifetime
{
    private const string Feed = "http://kremlin.ru/events/all/feed", EnglishFeed = "http://en.kremlin.ru/events/all/feed";

    private readonly List<string> troubles = [];
    private FetchedArchive archive = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clear();
        archive = await FetchedArchive.CreateAsync(site);
        site.Serve(EnglishFeed, InventedSite.Feed([]));
        site.Serve(Feed, InventedSite.Feed([new(102, "2026-06-01T11:00:00"), new(101, "2026-03-01T10:00:00")]));
        site.Serve(Address(101), Page(101, day: "2026-03-01"));
        site.Serve(Address(102), Page(102, day: "2026-06-01"));
    }

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task NewDocumentsAreFetchedAndAnUnchangedFeedIsNoRun()
    {
        var report = (await LookAsync())!;
        Assert.Null(report.Failure);
        Assert.True(await archive.HoldsAsync("ru/events/102"));
        Assert.DoesNotContain(Address(101), site.Asked);
        Assert.Single(archive.Query("SELECT * FROM Captures WHERE Source LIKE '%news/102'"));

        // The older document is known from the feed alone: its page is looked at next.
        Assert.Equal(1, (await LookAsync())!.Revised);
        Assert.Contains(Address(101), site.Asked);
        Assert.Null(await LookAsync());
        Assert.Equal(2, archive.Query("SELECT Id FROM Runs").Count);
    }

    [Fact]
    public async Task AFreshPageIsLookedAtAgainAfterHalfAnHourAndAnEditIsFound()
    {
        await SettleAsync();
        site.Serve(Address(102), Page(102, "Исправленный текст.", day: "2026-06-01"));
        archive.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(await LookAsync());
        archive.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal((1, 0), (await LookAsync()) is { } report ? (report.Revised, report.Unchanged) : default);
    }

    [Fact]
    public async Task LooksThatWereMissedAreMadeUpOnce()
    {
        await SettleAsync();
        var before = site.Asked.Count;
        archive.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal([102, 101], (await DueAsync()).Select(visit => visit.Id.Number));
        await LookAsync();
        Assert.Equal([Address(102), Address(101)], site.Asked.Skip(before + 2));
        Assert.Null(await LookAsync());
    }

    [Fact]
    public async Task AtMostSoManyPagesAreAskedForAtATimeAndTheYoungestFirst()
    {
        await SettleAsync();
        archive.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(102, Assert.Single(await Watcher(mostPages: 1).DueAsync(CancellationToken.None)).Id.Number);
    }

    [Fact]
    public async Task APageThatCannotBeReadIsNotAskedForAgainAtOnce()
    {
        await SettleAsync();
        site.Serve(Address(102), "%PDF-1.7");
        archive.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(1, (await LookAsync())!.Quarantined);
        Assert.Null(await LookAsync());
    }

    [Fact]
    public async Task APageThatVanishesIsNotSeenAndAskedForByItsAge()
    {
        await SettleAsync();
        site.Serve(Address(102), FakeAnswer.Of(404));
        archive.Clock.Advance(TimeSpan.FromMinutes(31));
        await LookAsync();
        Assert.Single(await archive.Store.Absences.ListAsync(null, 10, CancellationToken.None));
        Assert.Null(await LookAsync());
    }

    [Fact]
    public async Task WhileTheSiteRefusesNothingIsAsked()
    {
        site.Serve(Feed, FakeAnswer.Of(403));
        Assert.Null(await LookAsync());
        var asked = site.AskedWithRobots.Count;
        Assert.Null(await LookAsync());
        Assert.Equal(asked, site.AskedWithRobots.Count);
        archive.Clock.Advance(TimeSpan.FromMinutes(46));
        site.Serve(Feed, InventedSite.Feed([new(102, "2026-06-01T11:00:00")]));
        Assert.Equal(1, (await LookAsync())!.Added);
    }

    [Fact]
    public async Task ALookThatWasStoppedIsFinishedByTheNext()
    {
        site.Serve(Address(102), FakeAnswer.Of(429, ("Retry-After", "7200")));
        Assert.NotNull((await LookAsync())!.Failure);
        Assert.Null(await LookAsync());
        archive.Clock.Advance(TimeSpan.FromHours(3));
        site.Serve(Address(102), Page(102, day: "2026-06-01"));
        Assert.Null((await LookAsync())!.Failure);
        Assert.Single(archive.Query("SELECT * FROM Captures WHERE Source LIKE '%news/102'"));
    }

    [Fact]
    public async Task APageThatAlwaysFailsStopsNoWatching()
    {
        await SettleAsync();
        site.Serve(Address(102), FakeAnswer.Of(500));
        archive.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Contains("Nothing came", (await LookAsync())!.Failure, StringComparison.Ordinal);
        Assert.Null(await LookAsync());
        Assert.Contains(Address(102), Assert.Single(troubles), StringComparison.Ordinal);
        Assert.Empty(await archive.UnfinishedAsync());

        site.Serve(Feed, InventedSite.Feed([new(103, "2026-06-01T12:30:00"), new(102, "2026-06-01T11:00:00")]));
        site.Serve(Address(103), Page(103, day: "2026-06-01"));
        Assert.Null((await LookAsync())!.Failure);
        Assert.True(await archive.HoldsAsync("ru/events/103"));
    }

    [Fact]
    public async Task AnEnglishFeedThatFailsDoesNotStopTheRussian()
    {
        site.Serve(EnglishFeed, FakeAnswer.Of(500));
        Assert.Null((await LookAsync())!.Failure);
        Assert.True(await archive.HoldsAsync("ru/events/102"));
        Assert.Contains(EnglishFeed, Assert.Single(troubles), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheFeedIsMissingNoPageIsTakenForMissing()
    {
        await SettleAsync();
        site.Clear();
        site.Serve(EnglishFeed, InventedSite.Feed([]));
        archive.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Null(await LookAsync());
        Assert.Equal([Feed, EnglishFeed], site.Asked);
        Assert.Empty(await archive.Store.Absences.ListAsync(null, 10, CancellationToken.None));
        Assert.Contains("404", Assert.Single(troubles), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileSomebodyElseFetchesALookIsNotResumed()
    {
        site.Serve(Address(102), FakeAnswer.Of(429, ("Retry-After", "7200")));
        await LookAsync();
        archive.Clock.Advance(TimeSpan.FromHours(3));
        await using (await archive.Store.Leases.TakeFetchingAsync(CancellationToken.None))
            Assert.Null(await LookAsync());
        Assert.Single(archive.Query("SELECT Id FROM Runs"));
    }

    [Fact]
    public async Task SamplesAreFictionAndNeverLookedFor()
    {
        await archive.Store.Ledger.SaveAsync(await archive.Store.Ledger.BeginAsync("samples", null, CancellationToken.None), [Documents.Page(Documents.Record("ru/events/900000001"))], CancellationToken.None);
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task WhileSomebodyElseFetchesNothingIsAsked()
    {
        await using (await archive.Store.Leases.TakeFetchingAsync(CancellationToken.None))
            Assert.Null(await LookAsync());
        Assert.Empty(site.AskedWithRobots);
        Assert.Contains("Another run or program fetches", Assert.Single(troubles), StringComparison.Ordinal);
        Assert.NotNull(await LookAsync());
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(10, 2)]
    [InlineData(3 * 24, 12)]
    [InlineData(20 * 24, 48)]
    [InlineData(100 * 24, 30 * 24)]
    [InlineData(5000 * 24, 365 * 24)]
    public void TheOlderAPageTheRarerItIsLookedAt(int hoursOld, double hoursBetween)
    {
        var now = archive.Clock.GetUtcNow();
        Assert.Equal(now.AddHours(hoursBetween), WatchPolicy.Usual.NextVisit(now.AddHours(-hoursOld), now, now));
        Assert.Equal(now, WatchPolicy.Usual.NextVisit(now.AddHours(-hoursOld), null, now));
    }

    [Fact]
    public void ADayOfWatchingAHundredThousandRecordsCostsWhatTheReadmeSays()
    {
        // The site publishes some eight documents a day in Russian and five in English; its two feeds are read every five minutes.
        var requests = WatchPolicy.Usual.VisitsADay(added: 13, records: 100_000) + (2 * 24 * 60 / 5);
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "src", "KremlinArchive.Import", "README.md"));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{requests:N0} requests a day"), readme, StringComparison.Ordinal);
    }

    /// <summary>Looks until there is nothing left to do.</summary>
    private async Task SettleAsync()
    {
        while (await LookAsync() is not null)
        {
        }
    }

    private async Task<RunReport?> LookAsync()
    {
        using var client = site.Client(archive.Clock);
        if (await new Watcher(archive.Store, client, archive.Clock, WatchPolicy.Usual, 20).LookAsync(null, troubles.Add, TestContext.Current.CancellationToken) is not { } plan)
            return null;
        return await new ImportRun(archive.Store.Ledger, new PageReader(archive.Clock).Read, archive.Clock).ImportAsync(plan, new RunWatch(), TestContext.Current.CancellationToken);
    }

    private Task<IReadOnlyList<KremlinArchive.Store.Fetches.RecordVisit>> DueAsync() => Watcher(20).DueAsync(CancellationToken.None);

    private Watcher Watcher(int mostPages) => new(archive.Store, site.Client(archive.Clock), archive.Clock, WatchPolicy.Usual, mostPages);
}

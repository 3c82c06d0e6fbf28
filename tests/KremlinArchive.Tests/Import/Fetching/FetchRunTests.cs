using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Import.Runs;
using KremlinArchive.Records;
using KremlinArchive.Tests.Support;
using static KremlinArchive.Tests.Support.InventedSite;

namespace KremlinArchive.Tests.Import.Fetching;

/// <summary>What a fetch does with what a site gives it.</summary>
public sealed class FetchRunTests(FakeSite site) : IClassFixture<FakeSite>, IAsyncLifetime
{
    private FetchedArchive archive = null!;

    public async ValueTask InitializeAsync()
    {
        site.Clear();
        archive = await FetchedArchive.CreateAsync(site);
    }

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task FetchedPagesAreImportedLikeAllOthers()
    {
        site.ServePages(101);
        site.Serve(Address(102), "%PDF-1.7");
        var report = await archive.FetchAsync(Address(101), Address(102));
        Assert.Equal((1, 1, null), (report.Added, report.Quarantined, report.Failure));
        Assert.Equal([$"{Address(101)} 2 200", $"{Address(102)} 2 200"], archive.Query("SELECT Source, Way, Status FROM Captures ORDER BY Id"));
        Assert.Empty(await archive.UnfinishedAsync());
        Assert.Empty(archive.Query("SELECT * FROM FetchSteps"));
    }

    [Fact]
    public async Task AnEditBetweenTwoVisitsIsAVersionWithItsTimes()
    {
        site.Serve(Address(101), Page(101, "Первый текст."));
        await archive.FetchAsync(Address(101));
        archive.Clock.Advance(TimeSpan.FromDays(1));
        site.Serve(Address(101), Page(101, "Второй текст."));
        Assert.Equal(1, (await archive.FetchAsync(Address(101))).Revised);
        Assert.Equal(["1 1", "2 1"], archive.Query("SELECT Number, SeenFirst = SeenLast AND SeenFirst IS NOT NULL FROM Versions ORDER BY Number"));
    }

    [Fact]
    public async Task APageInAnotherCharsetIsRead()
    {
        site.Serve(Address(101), FakeAnswer.Page(System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Page(101).Replace("utf-8", "windows-1251", StringComparison.Ordinal)), "text/html"));
        Assert.Equal(1, (await archive.FetchAsync(Address(101))).Added);
    }

    [Fact]
    public async Task APageThatFailsWhileOthersComeWaitsInQuarantineUntilItComes()
    {
        site.ServePages(101, 103);
        site.Serve(Address(102), FakeAnswer.Of(500));
        var report = await archive.FetchAsync(Address(101), Address(102), Address(103));
        Assert.Equal((2, 1, null), (report.Added, report.Quarantined, report.Failure));
        Assert.Contains("could not be fetched", report.Problems[0].Reason, StringComparison.Ordinal);
        site.ServePages(102);
        await archive.FetchAsync(Address(102));
        Assert.Equal(0, await archive.Store.Quarantine.CountAsync(KremlinArchive.Store.Quarantine.QuarantineState.Waiting, CancellationToken.None));
    }

    [Fact]
    public async Task ASiteThatAnswersNothingStopsTheRunAndQuarantinesNothing()
    {
        site.ServePages(101);
        foreach (var number in Enumerable.Range(102, 5))
            site.Serve(Address(number), FakeAnswer.Of(503));
        var report = await archive.FetchAsync([.. Enumerable.Range(101, 6).Select(number => Address(number))]);
        Assert.Equal((1, 0), (report.Added, report.Quarantined));
        Assert.Contains("3 pages failed one after the other", report.Failure, StringComparison.Ordinal);
        site.ServePages(Enumerable.Range(102, 5));
        Assert.Equal((5, null), ((await archive.ResumeAsync()) is var resumed ? (resumed.Added, resumed.Failure) : default));
    }

    [Fact]
    public async Task ARefusalStopsTheRunWhereItStandsAndIsNoAbsence()
    {
        site.ServePages(101, 102);
        await archive.FetchAsync(Address(102));
        site.Serve(Address(102), FakeAnswer.Of(403));
        var report = await archive.FetchAsync(Address(101), Address(102));
        Assert.Equal((1, 0, 0), (report.Added, report.Skipped, report.Quarantined));
        Assert.Contains("refuses to answer (403)", report.Failure, StringComparison.Ordinal);
        Assert.Equal(1, (await archive.UnfinishedAsync()).Single().Waiting);
        Assert.Empty(await archive.Store.Absences.ListAsync(null, 10, CancellationToken.None));
    }

    [Fact]
    public async Task ARefusedSiteIsLeftAloneAlsoByTheNextProgram()
    {
        site.Serve(Address(101), FakeAnswer.Of(403));
        await archive.FetchAsync(Address(101));
        site.ServePages(101);
        var before = archive.Clock.GetUtcNow();
        Assert.Equal(1, (await archive.ResumeAsync()).Added);
        Assert.True(archive.Clock.GetUtcNow() - before > TimeSpan.FromMinutes(44));
    }

    [Fact]
    public async Task WhatRobotsMayNotFetchIsSkippedWithTheReason()
    {
        site.Serve("http://kremlin.ru/robots.txt", "User-agent: *\nDisallow: /misc/copy");
        var report = await archive.FetchAsync("http://kremlin.ru/misc/copy/101");
        Assert.Equal((1, 0, null), (report.Skipped, report.Quarantined, report.Failure));
        Assert.Contains("robots.txt", archive.Query("SELECT Reason FROM Outcomes").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADocumentIsLookedForUnderTheOtherSections()
    {
        site.Serve(Address(101, "/events/security-council"), Page(101, section: "/events/security-council"));
        Assert.Equal(1, (await archive.FetchAsync(Address(101))).Added);
        Assert.Equal([Address(101), Address(101, "/events/president/transcripts"), Address(101, "/d")], site.Asked.Take(3));
        Assert.Equal(Address(101, "/events/security-council"), archive.Query("SELECT Source FROM Captures").Single());
    }

    [Fact]
    public async Task ANumberThatIsNowhereIsSkippedAndKeepsNoCapture()
    {
        var report = await archive.FetchAsync(Address(101));
        Assert.Equal((1, 0, null), (report.Skipped, report.Quarantined, report.Failure));
        Assert.Equal(13, site.Asked.Count);
        Assert.Empty(archive.Query("SELECT * FROM Captures"));
    }

    [Fact]
    public async Task ARangeIsFetchedNumberByNumber()
    {
        site.ServePages(Enumerable.Range(300, 105).Where(number => number != 350));
        var report = await archive.FetchAsync(FetchOrder.Range(NumberRange.Parse("ru/events/300..404")!));
        Assert.Equal((104, 1), (report.Added, report.Skipped));
        Assert.Equal(Enumerable.Range(300, 105).Select(number => Address(number)), site.Asked.Where(address => address.Contains("/president/news/", StringComparison.Ordinal)));
        Assert.Empty(await archive.UnfinishedAsync());
    }

    [Theory]
    [InlineData("ru/events/5..4")]
    [InlineData("ru/events/5")]
    [InlineData("ru/events/5..")]
    [InlineData("ru/events/5..x")]
    [InlineData("xx/events/5..6")]
    [InlineData("ru/events/05..6")]
    [InlineData("ru/events/5..9999999999")]
    public void WhatIsNoRangeIsNone(string text) => Assert.Null(NumberRange.Parse(text));

    [Fact]
    public async Task AFeedIsFollowedFromTheNewestToTheFirstDayAndItsPagesAreFetched()
    {
        site.Serve("http://kremlin.ru/events/all/feed", Feed([new(109, "2026-05-31T10:00:00"), new(108, "2026-05-30T23:55:00")], next: 2));
        site.Serve("http://kremlin.ru/events/all/feed/page/2", Feed([new(107, "2026-05-29T00:05:00"), new(106, "2026-05-28T23:59:00")], next: 3));
        site.Serve("http://kremlin.ru/events/all/feed/page/3", Feed([new(105, "2026-05-01T10:00:00")]));
        site.ServePages(Enumerable.Range(105, 5));
        var report = await archive.FetchAsync(FetchOrder.Feed(Language.Russian, new DateOnly(2026, 5, 29), new DateOnly(2026, 5, 30)));
        Assert.Null(report.Failure);
        // Five minutes to midnight and five minutes after it by Moscow's clock; the offset in the feed would move both to another day.
        Assert.Equal(["http://kremlin.ru/events/all/feed", Address(108), "http://kremlin.ru/events/all/feed/page/2", Address(107)], site.Asked);
        Assert.True(await archive.HoldsAsync("ru/events/106"), "The feed's own entries are captures, too.");
        Assert.Equal(2, archive.Query("SELECT Id FROM Captures WHERE Source LIKE '%feed%'").Count);
    }

    [Fact]
    public async Task AFeedThatMovesOnWhileItIsReadGivesNothingTwice()
    {
        site.Serve("http://kremlin.ru/events/all/feed", Feed([new(109, "2026-05-31T10:00:00"), new(108, "2026-05-30T10:00:00")], next: 2));
        site.Serve("http://kremlin.ru/events/all/feed/page/2", Feed([new(108, "2026-05-30T10:00:00"), new(107, "2026-05-29T10:00:00")]));
        site.ServePages(107, 108, 109);
        await archive.FetchAsync(FetchOrder.Feed(Language.Russian, null, null));
        Assert.Equal(site.Asked.Distinct(), site.Asked);
        Assert.Equal(5, site.Asked.Count);
    }

    [Fact]
    public async Task OfNewsOnlyWhatIsNewOrEditedIsFetchedAndThereItEnds()
    {
        site.Serve("http://kremlin.ru/events/all/feed", Feed([new(109, "2026-05-31T10:00:00"), new(108, "2026-05-30T10:00:00")], next: 2));
        site.Serve("http://kremlin.ru/events/all/feed/page/2", Feed([new(107, "2026-05-29T10:00:00")], next: 3));
        site.Serve("http://kremlin.ru/events/all/feed/page/3", Feed([]));
        site.ServePages(107, 108, 109);
        var news = FetchOrder.Watch("watch", [FetchOrder.FeedOf(Language.Russian)], new DateOnly(2026, 5, 1), []);
        await archive.FetchAsync(news);
        Assert.Equal(6, site.Asked.Count);

        site.Clear();
        site.ServePages(107, 108, 109);
        site.Serve("http://kremlin.ru/events/all/feed", Feed([new(109, "2026-05-31T10:00:00"), new(108, "2026-05-30T10:00:00", Updated: "2026-05-31T20:00:00")], next: 2));
        site.Serve("http://kremlin.ru/events/all/feed/page/2", Feed([new(107, "2026-05-29T10:00:00")], next: 3));
        await archive.FetchAsync(news);
        Assert.Equal(["http://kremlin.ru/events/all/feed", Address(108), "http://kremlin.ru/events/all/feed/page/2"], site.Asked);
    }

    [Fact]
    public async Task AFeedThatIsCutIsQuarantinedAndStopsTheRunUntilItComesWhole()
    {
        site.Serve("http://kremlin.ru/events/all/feed", Feed([new(109, "2026-05-31T10:00:00")])[..^20]);
        var report = await archive.FetchAsync(FetchOrder.Feed(Language.Russian, null, null));
        Assert.Equal(1, report.Quarantined);
        Assert.Contains("no feed that can be read", report.Failure, StringComparison.Ordinal);
        Assert.Single(site.Asked);

        site.Serve("http://kremlin.ru/events/all/feed", Feed([new(109, "2026-05-31T10:00:00")]));
        site.ServePages(109);
        Assert.Null((await archive.ResumeAsync()).Failure);
        Assert.Contains(Address(109), site.Asked);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task AFeedWhoseLastPageDoesNotComeIsNotAtItsEnd(int status)
    {
        site.Serve("http://kremlin.ru/events/all/feed", Feed([new(109, "2026-05-31T10:00:00")], next: 2));
        site.Serve("http://kremlin.ru/events/all/feed/page/2", FakeAnswer.Of(status));
        site.ServePages(108, 109);
        Assert.Contains("what is behind it is not known", (await archive.FetchAsync(FetchOrder.Feed(Language.Russian, null, null))).Failure, StringComparison.Ordinal);

        site.Serve("http://kremlin.ru/events/all/feed/page/2", Feed([new(108, "2026-05-30T10:00:00")]));
        Assert.Null((await archive.ResumeAsync()).Failure);
        Assert.Contains(Address(108), site.Asked);
        Assert.Empty(await archive.UnfinishedAsync());
    }

    [Fact]
    public async Task RulesForRobotsThatLeadAstrayStopTheRunAndSettleNothing()
    {
        site.ServePages(101, 102);
        site.Serve("http://kremlin.ru/robots.txt", FakeAnswer.Redirect("http://example.com/"));
        var report = await archive.FetchAsync(Address(101), Address(102));
        Assert.Equal((0, 0), (report.Added, report.Quarantined));
        Assert.Contains("robots.txt cannot be used", report.Failure, StringComparison.Ordinal);
        Assert.Equal(2, (await archive.UnfinishedAsync()).Single().Waiting);
    }

    [Fact]
    public async Task ACopyThatDoesNotComeSaysNothingOfThePageOnTheSite()
    {
        var copy = $"http://web.archive.org/web/20260531120000id_/{Address(101)}";
        site.ServePages(101, 102);
        await archive.FetchAsync(Address(101));
        var before = archive.Query("SELECT LookedAt FROM Records WHERE Number = 101").Single();
        site.Serve(copy, FakeAnswer.Of(500));
        Assert.Equal(1, (await archive.FetchAsync(copy, Address(102))).Quarantined);
        Assert.Equal(before, archive.Query("SELECT LookedAt FROM Records WHERE Number = 101").Single());
    }

    [Fact]
    public async Task ARefusalIsNotedBeforeItIsWaitedFor()
    {
        var held = new List<int>();
        site.Serve(Address(101), FakeAnswer.Of(403));
        site.Asking = address =>
        {
            if (address == Address(101))
                held.Add(archive.Query("SELECT Address FROM SiteHolds").Count);
        };
        await archive.FetchAsync(Address(101));
        Assert.Equal([0, 1, 1], held);
    }

    [Fact]
    public async Task AListLeadsToItsDocumentsAndWithAFirstDayToTheNextPages()
    {
        const string List = "http://kremlin.ru/events/president/news/page/2";
        site.Serve(List, InventedSite.List([(109, "2026-05-31"), (108, "2026-05-30")], next: "/events/president/news/page/3"));
        site.Serve("http://kremlin.ru/events/president/news/page/3", InventedSite.List([(107, "2026-05-29"), (106, "2026-05-01")], next: "/events/president/news/page/4"));
        site.ServePages(106, 107, 108, 109);
        Assert.Equal(2, (await archive.FetchAsync(FetchOrder.List(List, null, null))).Added);
        Assert.Equal(3, site.Asked.Count);
        await archive.FetchAsync(FetchOrder.List(List, new DateOnly(2026, 5, 20), null));
        Assert.Equal([List, Address(109), Address(108), "http://kremlin.ru/events/president/news/page/3", Address(107)], site.Asked.Skip(3));
    }

    [Fact]
    public async Task AListOfTheSiteIsRead()
    {
        var html = await File.ReadAllTextAsync(Directory.GetFiles(Corpus.Need("pages", "en.kremlin.ru", "events", "president", "news", "page")).Order(StringComparer.Ordinal).First(), CancellationToken.None);
        var outline = ListOutline.Read(html, Language.English)!;
        Assert.Equal(20, outline.Items.Count);
        Assert.All(outline.Items, item => Assert.NotNull(item.Day));
        Assert.Matches("^http://en.kremlin.ru/events/president/news/page/[0-9]+$", outline.Next);
    }

    [Fact]
    public async Task AFeedOfTheSiteIsRead()
    {
        var outline = FeedOutline.Read(await File.ReadAllTextAsync(Corpus.Need("feeds", "en-events-all-feed-2018-01-08.xml"), CancellationToken.None))!;
        Assert.Equal(20, outline.Items.Count);
        Assert.Equal(new OutlineItem("http://en.kremlin.ru/events/president/news/56626", new DateOnly(2018, 1, 7), PrintedTime.Parse("2018-01-07T11:40:00+03:00")), outline.Items[0]);
        Assert.Equal("http://en.kremlin.ru/events/all/feed/page/2", outline.Next);
    }

    [Fact]
    public async Task OnlyOneFetchesAtATime()
    {
        site.ServePages(101, 102);
        RunReport? second = null;
        site.Asking = address =>
        {
            site.Asking = null;
            second = archive.FetchAsync(Address(102)).GetAwaiter().GetResult();
        };
        await archive.FetchAsync(Address(101));
        Assert.Contains("one at a time", second?.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARedirectToAForeignHostIsQuarantined()
    {
        site.Serve(Address(101), FakeAnswer.Redirect("http://example.com/"));
        var report = await archive.FetchAsync(Address(101));
        Assert.Contains("example.com is none of the allowed hosts", Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatHasComeIsStoredBeforeABatchIsFull()
    {
        site.ServePages(101, 102, 103);
        using var anyStored = new ManualResetEventSlim();
        var early = false;
        site.Asking = address => early |= address == Address(103) && anyStored.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var report = await archive.FetchAsync(FetchOrder.Addresses([Address(101), Address(102), Address(103)]), new RunWatch { BatchStored = _ => anyStored.Set() });
        Assert.Equal(3, report.Added);
        Assert.True(early, "Nothing was stored before the last page was asked for.");
    }
}

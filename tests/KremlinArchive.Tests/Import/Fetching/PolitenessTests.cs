using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Import.Fetching.Politeness;
using KremlinArchive.Store.Fetches;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Import.Fetching;

/// <summary>How patiently a site is asked. The clock jumps wherever anybody waits.</summary>
public sealed class PolitenessTests : IClassFixture<FakeSite>, IDisposable
{
    private const string Address = "http://kremlin.ru/events/president/news/67315", Robots = "http://kremlin.ru/robots.txt";

    private readonly FakeSite site;
    private readonly HastyClock clock = new();
    private readonly List<FetchWait> waits = [];
    private readonly List<SiteHold> noted = [];
    private readonly SiteClient client;

    public PolitenessTests(FakeSite site)
    {
        this.site = site;
        site.Clear();
        site.Serve(Address, "here");
        client = site.Client(clock);
    }

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task BetweenTwoRequestsThereIsAPauseOfTwoToFiveSeconds()
    {
        for (var page = 0; page < 10; page++)
            Assert.IsType<FetchAnswer.Page>(await FetchAsync());
        Assert.Equal(10, clock.Waits.Count);
        Assert.All(clock.Waits, wait => Assert.InRange(wait, TimeSpan.FromSeconds(1.99), TimeSpan.FromSeconds(5)));
        Assert.True(clock.Waits.Distinct().Count() > 5, "The pauses are all alike.");
    }

    [Fact]
    public async Task ASiteThatAsksForLongerPausesHasThem()
    {
        site.Serve(Robots, "User-agent: *\nCrawl-delay: 30");
        await FetchAsync();
        await FetchAsync();
        Assert.True(clock.Waits[^1] >= TimeSpan.FromSeconds(29.9));
    }

    [Fact]
    public async Task TheNextProgramKeepsThePauseAfterTheLastRequestOfTheOneBefore()
    {
        using var archive = await FetchedArchive.CreateAsync(site);
        await archive.FetchAsync(Address);
        Assert.Equal("http://kremlin.ru/", Assert.Single(archive.Query("SELECT Address FROM SiteHolds")));

        // A long hold is not cut short by it.
        var now = archive.Clock.GetUtcNow();
        await archive.Store.Holds.NoteAsync(new SiteHold("http://kremlin.ru/", now.AddHours(1), "It refused."), CancellationToken.None);
        await archive.Store.Holds.NotePauseAsync(new SiteHold("http://kremlin.ru/", now.AddSeconds(3), "A moment ago."), CancellationToken.None);
        Assert.True(Assert.Single(await archive.Store.Holds.ListAsync(CancellationToken.None)).Until > now.AddMinutes(59));
    }

    [Fact]
    public async Task HostsOfOneSiteShareThePausesAndNobodyAsksTwiceAtOnce()
    {
        await Task.WhenAll(FetchAsync(), FetchAsync("http://en.kremlin.ru/d/1"), FetchAsync("http://www.kremlin.ru/d/2"));
        Assert.Equal(1, site.MostAtOnce);
        Assert.Equal(5, clock.Waits.Count);
    }

    [Fact]
    public async Task ASiteDoesNotWaitForAnother()
    {
        await FetchAsync();
        var before = clock.Waits.Count;
        await FetchAsync("http://web.archive.org/web/2020id_/http://kremlin.ru/d/1");
        Assert.Equal(before + 1, clock.Waits.Count);
    }

    [Fact]
    public async Task TheRulesForRobotsAreAskedForOnceADayAndHeeded()
    {
        site.Serve(Robots, "User-agent: *\nDisallow: /events/president/news/copy");
        Assert.Contains("robots.txt", Assert.IsType<FetchAnswer.Forbidden>(await FetchAsync("http://kremlin.ru/events/president/news/copy/67315")).Reason, StringComparison.Ordinal);
        Assert.IsType<FetchAnswer.Page>(await FetchAsync());
        Assert.Equal([Robots, Address], site.AskedWithRobots);
        clock.Advance(TimeSpan.FromHours(25));
        await FetchAsync();
        Assert.Equal([Robots, Address, Robots, Address], site.AskedWithRobots);
    }

    [Fact]
    public async Task ARedirectToWhatRobotsMayNotFetchIsNotFollowed()
    {
        site.Serve(Robots, "User-agent: *\nDisallow: /misc/copy");
        site.Serve(Address, FakeAnswer.Redirect("/misc/copy/67315"));
        Assert.IsType<FetchAnswer.Forbidden>(await FetchAsync());
        Assert.Equal([Address], site.Asked);
    }

    [Fact]
    public async Task WithoutRulesEverythingMayBeAskedFor()
    {
        site.Serve(Robots, FakeAnswer.Of(404));
        Assert.IsType<FetchAnswer.Page>(await FetchAsync());
    }

    [Fact]
    public async Task WhileTheRulesCannotBeHadNothingIsAskedFor()
    {
        site.Serve(Robots, FakeAnswer.Of(503));
        Assert.Contains("robots.txt did not come", Assert.IsType<FetchAnswer.Failed>(await FetchAsync()).Reason, StringComparison.Ordinal);
        Assert.Empty(site.Asked);
        site.Serve(Robots, FakeAnswer.Of(404));
        Assert.IsType<FetchAnswer.Page>(await FetchAsync());
    }

    [Fact]
    public async Task ARefusalOfTheRulesIsARefusal()
    {
        site.Serve(Robots, FakeAnswer.Of(403));
        Assert.IsType<FetchAnswer.Refused>(await FetchAsync());
    }

    [Fact]
    public async Task AfterARefusalNothingIsAskedForThreeQuartersOfAnHour()
    {
        site.Serve(Address, FakeAnswer.Of(403), FakeAnswer.Page("here again"));
        Assert.IsType<FetchAnswer.Page>(await FetchPatientlyAsync());
        Assert.Equal("http://kremlin.ru/", Assert.Single(noted).Address);
        Assert.Contains(clock.Waits, wait => wait > TimeSpan.FromMinutes(44));
        Assert.Contains(waits, wait => wait.Address == Address);
    }

    [Fact]
    public async Task ARefusalThatLastsIsARefusalAndNeitherAPageNorItsAbsence()
    {
        site.Serve(Address, FakeAnswer.Of(403));
        var refused = Assert.IsType<FetchAnswer.Refused>(await FetchPatientlyAsync());
        Assert.Equal(3, site.Asked.Count);
        Assert.Equal(refused.Until, client.HeldUntil(Address));
        Assert.InRange(refused.Until - clock.GetUtcNow(), TimeSpan.FromMinutes(44), TimeSpan.FromMinutes(45));
    }

    [Fact]
    public async Task AfterTooManyRequestsTheSiteIsGivenTheTimeItAsksFor()
    {
        site.Serve(Address, FakeAnswer.Of(429, ("Retry-After", "120")), FakeAnswer.Page("here"));
        Assert.IsType<FetchAnswer.Page>(await FetchPatientlyAsync());
        Assert.Contains(clock.Waits, wait => wait > TimeSpan.FromSeconds(119) && wait <= TimeSpan.FromSeconds(120));
    }

    [Fact]
    public async Task WhoOnlyWantsToBeAskedLessOftenIsAskedAfterEverLongerPauses()
    {
        site.Serve(Address, FakeAnswer.Of(429), FakeAnswer.Of(429), FakeAnswer.Page("here"));
        Assert.IsType<FetchAnswer.Page>(await FetchPatientlyAsync());
        Assert.Contains(clock.Waits, wait => wait > TimeSpan.FromSeconds(29) && wait <= TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(429, "86400")]
    [InlineData(503, "86400")]
    [InlineData(503, "99999999999")]
    [InlineData(429, "Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task WhoAsksForADayOfPatienceOrMoreIsNotWaitedForAndIsLeftAloneForADay(int status, string retryAfter)
    {
        site.Serve(Address, FakeAnswer.Of(status, ("Retry-After", retryAfter)));
        var refused = Assert.IsType<FetchAnswer.Refused>(await FetchPatientlyAsync());
        Assert.InRange(refused.Until - clock.GetUtcNow(), TimeSpan.FromHours(23.9), TimeSpan.FromHours(24));
        Assert.Single(site.Asked);
        Assert.DoesNotContain(clock.Waits, wait => wait > TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task AnOverloadedServerIsAskedAgainAfterEverLongerPauses()
    {
        site.Serve(Address, FakeAnswer.Of(500), FakeAnswer.Of(502), FakeAnswer.Page("here"));
        Assert.IsType<FetchAnswer.Page>(await FetchAsync());
        Assert.Contains(clock.Waits, wait => wait > TimeSpan.FromSeconds(9) && wait <= TimeSpan.FromSeconds(10));
        Assert.Contains(clock.Waits, wait => wait > TimeSpan.FromSeconds(29) && wait <= TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task AServerThatOnlyFailsHasSaidNothingOfThePage()
    {
        site.Serve(Address, FakeAnswer.Of(503));
        Assert.IsType<FetchAnswer.Failed>(await FetchAsync());
        Assert.Equal(3, site.Asked.Count);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("Mon, 01 Jun 2026 09:01:00 GMT", 60)]
    [InlineData("Mon, 01 Jun 2026 08:00:00 GMT", null)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public void TheTimeToWaitIsReadAsSecondsOrAsADate(string? header, int? seconds) =>
        Assert.Equal(seconds, RetryAfter.Read(header, new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero))?.TotalSeconds);

    [Fact]
    public async Task AHoldOfMonthsIsWaitedForInDays()
    {
        client.Hold(Address, clock.GetUtcNow().AddDays(100));
        Assert.IsType<FetchAnswer.Page>(await FetchAsync());
        Assert.All(clock.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromDays(1)));
        Assert.True(clock.GetUtcNow() >= new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero).AddDays(100));
    }

    [Theory]
    [InlineData(407)]
    [InlineData(408)]
    [InlineData(425)]
    public async Task WhatAProxyOrASlowServerAnswersIsNoWordOnThePageOrTheRules(int status)
    {
        site.Serve(Address, FakeAnswer.Of(status));
        Assert.IsType<FetchAnswer.Failed>(await FetchAsync());
        site.Serve("http://en.kremlin.ru/robots.txt", FakeAnswer.Of(status));
        Assert.IsType<FetchAnswer.Failed>(await FetchAsync("http://en.kremlin.ru/d/1"));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(503)]
    public async Task TheStatusOfACopyIsNotTheWebArchivesOwn(int status)
    {
        const string Copy = "http://web.archive.org/web/2020id_/" + Address;
        site.Serve(Copy, FakeAnswer.Of(status, ("Memento-Datetime", "Thu, 27 Aug 2020 10:11:12 GMT")));
        Assert.IsType<FetchAnswer.Unusable>(await FetchPatientlyAsync(Copy));
        Assert.Null(client.HeldUntil(Copy));
    }

    private Task<FetchAnswer> FetchPatientlyAsync(string address = Address) => new PatientAsking(client, (hold, _) =>
    {
        noted.Add(hold);
        return Task.CompletedTask;
    }, waits.Add).FetchAsync(address, TestContext.Current.CancellationToken);

    private Task<FetchAnswer> FetchAsync(string address = Address) => client.FetchAsync(address, waits.Add, TestContext.Current.CancellationToken);
}

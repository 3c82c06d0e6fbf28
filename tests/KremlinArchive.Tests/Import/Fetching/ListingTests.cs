using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Records;
using KremlinArchive.Store.Listings;
using KremlinArchive.Tests.Support;
using static KremlinArchive.Tests.Support.InventedSite;

namespace KremlinArchive.Tests.Import.Fetching;

/// <summary>What lists and feeds name is known of, also where it was never fetched. All of it is invented.</summary>
public sealed class ListingTests(FakeSite site) : IClassFixture<FakeSite>, IAsyncLifetime
{
    private const string List = "http://kremlin.ru/events/president/news";
    private static readonly DateOnly Day = new(2026, 5, 30);

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
    public async Task AllThatAListNamesIsKnownOfNotOnlyWhatIsWanted()
    {
        ServeList(103, 102, 101);
        site.ServePages(101, 102, 103);
        Assert.Null((await archive.FetchAsync(FetchOrder.List(List, Day.AddDays(1), null))).Failure);
        Assert.Equal(new CoverageCount { Missing = 3 }, await CoverageAsync());
        Assert.Equal(["ru/events/101", "ru/events/102", "ru/events/103"], (await GapsAsync()).Select(gap => gap.Record.ToString()));
    }

    [Fact]
    public async Task AnswersInVainAreToldApart()
    {
        ServeList(104, 103, 102, 101);
        site.Serve(Address(101), Page(101));
        site.Serve(Address(102), FakeAnswer.Of(302, ("Location", "http://elsewhere.example/")));
        site.Serve(Address(104), "%PDF-1.7");
        Assert.Null((await archive.FetchAsync(FetchOrder.List(List, null, null))).Failure);
        Assert.Equal(new CoverageCount { Held = 1, Refused = 1, Absent = 1, Unreadable = 1 }, await CoverageAsync());
        Assert.All(await GapsAsync(), gap => Assert.NotNull(gap.AskedAt));

        // What is had at last is no gap, whatever was answered before.
        site.ServePages(102, 103);
        Assert.Null((await archive.FetchAsync(Address(102), Address(103))).Failure);
        Assert.Equal(new CoverageCount { Held = 3, Unreadable = 1 }, await CoverageAsync());
        Assert.Equal(["104 2"], archive.Query("SELECT Number, Answer FROM Listed WHERE Answer IS NOT NULL"));
    }

    [Fact]
    public async Task ARefusalOfTheSiteSaysNothingOfADocument()
    {
        ServeList(101);
        site.Serve(Address(101), FakeAnswer.Of(429, ("Retry-After", "7200")));
        Assert.NotNull((await archive.FetchAsync(FetchOrder.List(List, null, null))).Failure);
        Assert.Equal(new CoverageCount { Missing = 1 }, await CoverageAsync());
    }

    [Fact]
    public async Task AnEntryOfAFeedThatGivesNoRecordIsMissingAndNotForgotten()
    {
        site.Serve("http://kremlin.ru/events/all/feed", InventedSite.Feed([new(102, "2026-05-30T12:00:00"), new(101, "2026-05-30T10:00:00", Text: "")]).Replace("Вымышленная беседа 101", "", StringComparison.Ordinal));
        site.ServePages(102);
        site.Serve(Address(101), FakeAnswer.Of(429, ("Retry-After", "7200")));
        Assert.NotNull((await archive.FetchAsync(FetchOrder.Feed(Language.Russian, null, null))).Failure);
        Assert.Equal(new CoverageCount { Held = 1, Missing = 1 }, await CoverageAsync());
    }

    [Fact]
    public async Task WhatIsListedIsStoredWithItsPageOrNotAtAll()
    {
        ServeList(102, 101);
        site.ServePages(101, 102);
        using var stop = new CancellationTokenSource();
        site.Asking = address =>
        {
            if (address == Address(102))
                stop.Cancel();
        };
        await archive.FetchAsync(FetchOrder.List(List, null, null), cancellation: stop.Token);
        // The list was read and not stored: it is asked for again, and only then is anything known of.
        Assert.Equal(archive.Query("SELECT COUNT(*) * 2 FROM FetchSteps WHERE Kind = 2 AND SettledAt IS NOT NULL"), archive.Query("SELECT COUNT(*) FROM Listed"));
        site.Asking = null;
        Assert.Null((await archive.ResumeAsync()).Failure);
        Assert.Equal(new CoverageCount { Held = 2 }, await CoverageAsync());
    }

    [Fact]
    public async Task AFetchThatIsGivenUpWhileItGoesOnEndsAndSaysSo()
    {
        site.ServePages(101, 102);
        site.Asking = address =>
        {
            if (address == Address(102))
                archive.Store.Fetches.AbandonAsync(1, CancellationToken.None).GetAwaiter().GetResult();
        };
        Assert.Contains("given up", (await archive.FetchAsync(Address(101), Address(102))).Failure, StringComparison.Ordinal);
        Assert.Empty(archive.Query("SELECT * FROM FetchSteps"));
    }

    private void ServeList(params int[] numbers) => site.Serve(List, InventedSite.List(numbers.Select(number => (number, "2026-05-30"))));

    private async Task<CoverageCount> CoverageAsync() =>
        Assert.Single(await archive.Store.Coverage.DaysAsync(Language.Russian, new DaySpan(Day, Day), CancellationToken.None)).Coverage;

    private Task<IReadOnlyList<Gap>> GapsAsync() => archive.Store.Coverage.GapsAsync(Language.Russian, new DaySpan(Day, Day), null, 10, CancellationToken.None);
}

using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Results;

public sealed class OverviewTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public async Task ItTellsHowMuchThereIsAndFromWhenToWhen()
    {
        using var archive = await SearchedArchive.WithAsync(On("ru/events/1", "2003-05-01"), On("ru/events/2", "2021-12-07"), On("ru/events/3", "2010-01-01"));
        var overview = Overview(archive);
        Assert.Equal((3, new DateOnly(2003, 5, 1), new DateOnly(2021, 12, 7)), (overview.Records, overview.First!.Value, overview.Last!.Value));
        Assert.Equal([2, 3, 1], overview.Newest.Hits.Select(hit => hit.Id.Number));
    }

    [Fact]
    public async Task AnEmptyArchiveHasNoDays()
    {
        using var archive = await SearchedArchive.WithAsync();
        var overview = Overview(archive);
        Assert.Equal((0, null, null, null), (overview.Records, overview.First, overview.Last, overview.ThisDay));
    }

    [Theory]
    [InlineData("2026-11-22", "11-22: 4 2 1")]
    [InlineData("2026-11-21", "11-21: 3")]
    [InlineData("2026-11-20", "11-21: 3")]
    [InlineData("2026-11-23", "2-29: 6")]
    [InlineData("2025-03-01", "11-21: 3")]
    [InlineData("2025-02-28", "2-29: 6")]
    [InlineData("2021-11-22", "11-22: 1")]
    [InlineData("2002-01-01", "")]
    public async Task TheDayIsTodayOrTheNextThatEarlierYearsHave(string today, string expected)
    {
        using var archive = await SearchedArchive.WithAsync(
            On("ru/events/1", "2003-11-22"), On("ru/events/2", "2021-11-22T00:10:00+03:00"), On("ru/events/3", "2021-11-21T23:50:00+03:00"),
            On("ru/events/4", "2024-11-22"), On("ru/events/5", "2026-11-22"), On("ru/events/6", "2024-02-29"));
        Assert.Equal(expected, Show(Overview(archive, today: DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ThisDay));
    }

    [Fact]
    public async Task ManyYearsComeBeforeManyRecordsOfOne()
    {
        using var archive = await SearchedArchive.WithAsync(
        [
            .. Enumerable.Range(1, 9).Select(number => On($"ru/events/{number}", $"2024-11-22T1{number}:00:00+03:00")),
            On("ru/events/20", "2010-11-22"), On("ru/events/30", "2011-11-22"),
        ]);
        Assert.Equal("11-22: 9 8 7 6 30 20", Show(Overview(archive).ThisDay));
    }

    [Fact]
    public async Task ATranslationIsShownOnce()
    {
        using var archive = await SearchedArchive.WithAsync(On("ru/events/1", "2024-11-22"), On("en/events/1", "2024-11-22"), On("en/events/2", "2024-11-22"));
        Assert.Equal("ru/events/1 en/events/2", Identities(Overview(archive)));
        Assert.Equal("en/events/1 en/events/2", Identities(Overview(archive, Language.English)));
    }

    [Fact]
    public async Task ItIsMadeOnceForADayALanguageAndAState()
    {
        using var archive = await SearchedArchive.WithAsync(On("ru/events/1", "2003-05-01"));
        var first = Overview(archive);
        Assert.Same(first, Overview(archive));
        Assert.NotSame(first, Overview(archive, Language.English));
        Assert.NotSame(first, Overview(archive, today: Today.AddDays(1)));
        await archive.AddAsync(On("ru/events/2", "2004-05-01"));
        Assert.Equal(2, Overview(archive).Records);
    }

    private static ArchiveOverview Overview(SearchedArchive archive, Language language = Language.Russian, DateOnly? today = null) =>
        archive.Index.Overview(today ?? Today, language, TestContext.Current.CancellationToken);

    private static ArchiveRecord On(string id, string published) => Documents.Record(id) with { Published = PrintedTime.Parse(published)!.Value };

    private static string Show(CalendarLeaf? leaf) =>
        leaf is null ? "" : $"{leaf.Month}-{leaf.Day}: {string.Join(' ', leaf.Hits.Select(hit => hit.Id.Number))}";

    private static string Identities(ArchiveOverview overview) => string.Join(' ', overview.ThisDay!.Hits.Select(hit => hit.Id));
}

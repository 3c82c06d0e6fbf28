using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Results;

public sealed class HistogramTests
{
    private static readonly ArchiveRecord[] Records =
    [
        Record("ru/events/1", "2018-05-01", Kind.Meeting),
        Record("ru/events/2", "2021-12-07", Kind.Meeting),
        Record("ru/events/3", "2021-12-07", Kind.News),
        Record("ru/events/4", "2021-02-03", Kind.News),
        Record("ru/events/5", "2023-01-31", Kind.Meeting),
    ];

    [Theory]
    [InlineData("", HistogramUnit.Year, "2018", "2023")]
    [InlineData("from=2019&to=2021", HistogramUnit.Year, "2018", "2023")]
    [InlineData("from=2021&to=2021", HistogramUnit.Month, "2021-01", "2021-12")]
    [InlineData("year=2021", HistogramUnit.Month, "2021-01", "2021-12")]
    [InlineData("year=2020&year=2021", HistogramUnit.Month, "2020-01", "2021-12")]
    [InlineData("from=2021-02&to=2022-01", HistogramUnit.Month, "2021-01", "2022-12")]
    [InlineData("from=2021-12&to=2021-12", HistogramUnit.Day, "2021-12-01", "2021-12-31")]
    [InlineData("from=2021-12-07&to=2021-12-07", HistogramUnit.Day, "2021-12-01", "2021-12-31")]
    [InlineData("from=2021-11-20&to=2022-01-03", HistogramUnit.Day, "2021-11-01", "2022-01-31")]
    [InlineData("from=2022-12-15", HistogramUnit.Day, "2022-12-01", "2023-01-31")]
    [InlineData("to=2018", HistogramUnit.Month, "2018-01", "2018-12")]
    [InlineData("from=1950&to=1950", HistogramUnit.Month, "1950-01", "1950-12")]
    [InlineData("from=2021-12&year=2018", HistogramUnit.Year, "2018", "2023")]
    public async Task TheUnitFollowsFromTheSpanAskedFor(string address, HistogramUnit unit, string first, string last)
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        var histogram = archive.Ask(Request(address)).Histogram;
        Assert.Equal((unit, first, last), (histogram.Unit, histogram.Bars[0].Period.ToString(), histogram.Bars[^1].Period.ToString()));
        Assert.All(histogram.Bars.Zip(histogram.Bars.Skip(1)), pair => Assert.Equal(pair.First.Period.Last.AddDays(1), pair.Second.Period.First));
    }

    [Theory]
    [InlineData("from=2021&to=2021", "2021-02:1 2021-12:2", 1, 1)]
    [InlineData("from=2021-12&to=2021-12", "2021-12-07:2", 2, 1)]
    [InlineData("from=2021-12-01&to=2021-12-03", "2021-12-07:2", 2, 1)]
    [InlineData("year=2021&kind=meeting", "2021-12:1", 1, 1)]
    [InlineData("from=2021&to=2021&not.kind=meeting", "2021-02:1 2021-12:1", 0, 0)]
    [InlineData("from=2019&to=2022&kind=meeting", "2018:1 2021:1 2023:1", 0, 0)]
    [InlineData("kind=no-such", "", 0, 0)]
    public async Task ItCountsWhatIsAskedForBesideTheDates(string address, string bars, long before, long after)
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        var histogram = archive.Ask(Request(address)).Histogram;
        Assert.Equal(bars, string.Join(' ', histogram.Bars.Where(bar => bar.Count > 0).Select(bar => $"{bar.Period}:{bar.Count}")));
        Assert.Equal((before, after), (histogram.Before, histogram.After));
    }

    [Fact]
    public async Task AWrongDateDrawsNoThousandYears()
    {
        using var archive = await SearchedArchive.WithAsync([.. Records, Record("ru/events/6", "1200-01-01", Kind.News)]);
        var histogram = archive.Ask("").Histogram;
        Assert.Equal((61, 1), (histogram.Bars.Count, histogram.Before));
    }

    [Fact]
    public async Task AnEmptyArchiveHasNoHistogram()
    {
        using var archive = await SearchedArchive.WithAsync();
        Assert.DoesNotContain(archive.Ask(Request("from=2021&to=2021")).Histogram.Bars, bar => bar.Count > 0);
    }

    private static ArchiveRecord Record(string id, string day, Kind kind) => Documents.Record(id) with
    {
        Published = new PrintedTime(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(0, 30)),
        Kind = kind,
    };

    private static SearchRequest Request(string address) => SearchParameters.Read(
        address.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])), Language.Russian).Request;
}

using Bunit;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Search;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Search;

public sealed class DateHistogramTests : IDisposable
{
    private readonly RenderedParts parts = new();

    [Theory]
    [InlineData("")]
    [InlineData("2021:5")]
    [InlineData("2021:0 2022:0")]
    public void OneBarOrNothingNeedsNoHistogram(string years) => Assert.Equal("", Render(Years(years), new SearchRequest()).Markup.Trim());

    [Fact]
    public void EveryBarLeadsToItsDocuments()
    {
        var histogram = Render(Years("2019:1 2020:0 2021:1000"), new SearchRequest { Query = "x", Page = 4 });
        var bars = histogram.FindAll(".bars a");
        Assert.Equal(["2019 год: 1 документ", "2020 год: 0 документов", "2021 год: 1 000 документов"], bars.Select(bar => bar.GetAttribute("aria-label")!.Replace('\u00a0', ' ')));
        Assert.Equal("/?q=x&from=2021&to=2021", bars[2].GetAttribute("href"));
        Assert.Equal(["2", "0", "40"], bars.Select(bar => bar.QuerySelector("rect")!.GetAttribute("height")));
        Assert.Empty(histogram.FindAll(".way"));
    }

    [Theory]
    [InlineData("2020", "2021", "2020 2021")]
    [InlineData("2021-12-07", "2021-12-07", "2021")]
    [InlineData(null, "2019-06", "2018 2019")]
    [InlineData("2021", null, "2021 2022")]
    [InlineData(null, null, "")]
    public void TheSpanAskedForIsInked(string? from, string? to, string inked)
    {
        var bars = Render(Years("2018:1 2019:1 2020:1 2021:1 2022:1"), new SearchRequest { From = PartialDate.Parse(from), To = PartialDate.Parse(to) });
        Assert.Equal(inked, string.Join(' ', bars.FindAll("li.chosen span").Select(year => year.TextContent)));
        Assert.Equal(bars.FindAll("li.chosen").Count, bars.FindAll(".bars a[aria-current]").Count);
    }

    [Fact]
    public void AYearOfTheAddressIsInkedAndABarTakesItsPlace()
    {
        var bars = Render(Years("2018:1 2019:1"), new SearchRequest().With(new FacetConstraint(Facet.Year, "2018")));
        Assert.Equal("2018", bars.Find("li.chosen span").TextContent);
        Assert.Equal("/?from=2019&to=2019", bars.FindAll(".bars a")[1].GetAttribute("href"));
    }

    [Fact]
    public void AYearShowsItsMonthsAndTheWayToOtherYears()
    {
        var histogram = Render(Months(2021, before: 3, after: 1), Between("2021", "2021"));
        var bars = histogram.FindAll(".bars a");
        Assert.Equal(("/?q=x&from=2021-12&to=2021-12", "декабрь 2021: 12 документов"), (bars[11].GetAttribute("href"), bars[11].GetAttribute("aria-label")!.Replace('\u00a0', ' ')));
        Assert.Equal(12, histogram.FindAll("li.chosen").Count);
        Assert.Equal("Все годы /?q=x|2021", Way(histogram));
        Assert.Equal(["‹ 2020 /?q=x&from=2020&to=2020", "2022 › /?q=x&from=2022&to=2022"], Beside(histogram));
    }

    [Theory]
    [InlineData("2021-12", "2021-12", "Все годы /?q=x|2021 /?q=x&from=2021&to=2021|декабрь 2021", 31)]
    [InlineData("2021-12-07", "2021-12-07", "Все годы /?q=x|2021 /?q=x&from=2021&to=2021|декабрь 2021 /?q=x&from=2021-12&to=2021-12|7 декабря 2021", 1)]
    [InlineData("2021-12-07", "2021-12-09", "Все годы /?q=x|2021 /?q=x&from=2021&to=2021|декабрь 2021 /?q=x&from=2021-12&to=2021-12|07.12.2021–09.12.2021", 3)]
    public void AMonthShowsItsDaysAndTheWayUp(string from, string to, string way, int chosen)
    {
        var histogram = Render(Days("2021-12", before: 3, after: 1), Between(from, to));
        Assert.Equal("/?q=x&from=2021-12-31&to=2021-12-31", histogram.FindAll(".bars a")[30].GetAttribute("href"));
        Assert.Equal(chosen, histogram.FindAll("li.chosen").Count);
        Assert.Equal(way, Way(histogram));
        Assert.Equal(["‹ ноябрь 2021 /?q=x&from=2021-11&to=2021-11", "январь 2022 › /?q=x&from=2022-01&to=2022-01"], Beside(histogram));
    }

    [Fact]
    public void TheDaysOfSeveralMonthsStandAMonthARow()
    {
        var days = Enumerable.Range(0, 61).Select(day => new HistogramBar(PartialDate.Day(new DateOnly(2021, 11, 1).AddDays(day)), 1)).ToList();
        var histogram = Render(new Histogram(HistogramUnit.Day, days, 0, 0), Between("2021-11", "2021-12"));
        Assert.NotNull(histogram.Find(".bars.rows"));
        Assert.Equal(["нояб", "дек"], histogram.FindAll(".begins span").Select(month => month.TextContent));
        Assert.Equal("Все годы /?q=x|2021 /?q=x&from=2021&to=2021|01.11.2021–31.12.2021", Way(histogram));
    }

    [Fact]
    public void WhereNothingLiesBesideThereIsNoWayThere() =>
        Assert.Empty(Beside(Render(Months(2021, before: 0, after: 0), Between("2021", "2021"))));

    [Fact]
    public void OfManyYearsEveryFifthIsLabelled() => Assert.Equal(
        ["1970", "1975"],
        Render(Years(string.Join(' ', Enumerable.Range(1966, 12).Select(year => $"{year}:1"))), new SearchRequest()).FindAll(".bars span").Select(year => year.TextContent));

    public void Dispose() => parts.Dispose();

    private static SearchRequest Between(string from, string to) => new() { Query = "x", From = PartialDate.Parse(from), To = PartialDate.Parse(to), Page = 2 };

    private static Histogram Years(string years) => new(
        HistogramUnit.Year,
        [.. years.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(year => year.Split(':')).Select(year => new HistogramBar(PartialDate.Parse(year[0])!.Value, long.Parse(year[1], System.Globalization.CultureInfo.InvariantCulture)))],
        0, 0);

    private static Histogram Months(int year, long before, long after) =>
        new(HistogramUnit.Month, [.. Enumerable.Range(1, 12).Select(month => new HistogramBar(PartialDate.Month(year, month), month))], before, after);

    private static Histogram Days(string month, long before, long after)
    {
        var whole = PartialDate.Parse(month)!.Value;
        return new Histogram(HistogramUnit.Day, [.. Enumerable.Range(0, whole.Last.Day).Select(day => new HistogramBar(PartialDate.Day(whole.First.AddDays(day)), day))], before, after);
    }

    private static string Way(IRenderedComponent<DateHistogram> histogram) => string.Join('|', histogram.FindAll(".longer li > *").Select(Told));

    private static IEnumerable<string> Beside(IRenderedComponent<DateHistogram> histogram) => histogram.FindAll(".beside a").Select(Told);

    private static string Told(AngleSharp.Dom.IElement step) => $"{step.TextContent.Trim()} {step.GetAttribute("href")}".Trim();

    private IRenderedComponent<DateHistogram> Render(Histogram counts, SearchRequest request) => parts.Render<DateHistogram>(histogram => histogram
        .Add(part => part.Request, request).Add(part => part.Histogram, counts));
}

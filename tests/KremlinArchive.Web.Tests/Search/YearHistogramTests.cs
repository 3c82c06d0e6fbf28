using Bunit;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Search;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Search;

public sealed class YearHistogramTests : IDisposable
{
    private readonly RenderedParts parts = new();

    [Theory]
    [InlineData("")]
    [InlineData("2021:5")]
    [InlineData("2021:5 2022:0")]
    public void OneYearNeedsNoHistogram(string years) => Assert.Equal("", Render(years, new SearchRequest()).Markup.Trim());

    [Fact]
    public void EveryYearBetweenIsABarThatLeadsToItsDocuments()
    {
        var bars = Render("2019:1 2021:1000", new SearchRequest { Query = "x", Page = 4 }).FindAll("li a");
        Assert.Equal(["2019 год: 1 документ", "2020 год: 0 документов", "2021 год: 1 000 документов"], bars.Select(bar => bar.GetAttribute("aria-label")!.Replace('\u00a0', ' ')));
        Assert.Equal("/?q=x&from=2021&to=2021", bars[2].GetAttribute("href"));
        Assert.Equal(["2", "0", "40"], bars.Select(bar => bar.QuerySelector("rect")!.GetAttribute("height")));
    }

    [Theory]
    [InlineData("2020", "2021", "2020 2021")]
    [InlineData("2021-12-07", "2021-12-07", "2021")]
    [InlineData(null, "2019-06", "2018 2019")]
    [InlineData("2021", null, "2021 2022")]
    [InlineData(null, null, "")]
    public void TheSpanAskedForIsInked(string? from, string? to, string inked)
    {
        var bars = Render("2018:1 2019:1 2020:1 2021:1 2022:1", new SearchRequest { From = PartialDate.Parse(from), To = PartialDate.Parse(to) });
        Assert.Equal(inked, string.Join(' ', bars.FindAll("li.chosen span").Select(year => year.TextContent)));
        Assert.Equal(bars.FindAll("li.chosen").Count, bars.FindAll("a[aria-current]").Count);
    }

    [Fact]
    public void AYearOfTheAddressIsInkedAndABarTakesItsPlace()
    {
        var bars = Render("2018:1 2019:1", new SearchRequest().With(new FacetConstraint(Facet.Year, "2018")));
        Assert.Equal("2018", bars.Find("li.chosen span").TextContent);
        Assert.Equal("/?from=2019&to=2019", bars.FindAll("li a")[1].GetAttribute("href"));
    }

    [Fact]
    public void OfManyYearsEveryFifthIsLabelledAndAWrongDateDrawsNoThousand()
    {
        var bars = Render("1200:1 1999:1 2026:1", new SearchRequest());
        Assert.Equal(61, bars.FindAll("li").Count);
        Assert.Equal(["1970", "1975", "1980"], bars.FindAll("li span").Take(3).Select(year => year.TextContent));
    }

    public void Dispose() => parts.Dispose();

    private IRenderedComponent<YearHistogram> Render(string years, SearchRequest request) => parts.Render<YearHistogram>(histogram => histogram
        .Add(part => part.Request, request)
        .Add(part => part.Years, [.. years.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(year => year.Split(':')).Select(year => new FacetValue(year[0], year[0], long.Parse(year[1], System.Globalization.CultureInfo.InvariantCulture)))]));
}

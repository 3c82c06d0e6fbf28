using Bunit;
using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Search;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Search;

public sealed class FirstVisitTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(Language.Russian, "22 ноября в прежние годы")]
    [InlineData(Language.English, "22 November in earlier years")]
    public void ThisDayInEarlierYearsIsNamedInTheReadersLanguage(Language language, string heading)
    {
        using var parts = new RenderedParts(language);
        var visit = parts.Render<FirstVisit>(part => part.Add(first => first.Overview, Overview(11, 22)).Add(first => first.Today, Today));
        Assert.Equal(heading, Plain(visit.Find("h2").TextContent));
        Assert.Empty(visit.FindAll("p"));
        Assert.Equal(("/ru/events/67315", "2021"), (visit.Find("li a").GetAttribute("href"), visit.Find("time").TextContent));
    }

    [Fact]
    public void AnotherDayIsOwnedUpTo()
    {
        using var parts = new RenderedParts();
        var visit = parts.Render<FirstVisit>(part => part.Add(first => first.Overview, Overview(2, 29)).Add(first => first.Today, Today));
        Assert.Equal("29 февраля в прежние годы", Plain(visit.Find("h2").TextContent));
        Assert.StartsWith("22 ноября", Plain(visit.Find("p").TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutEarlierYearsThereIsNoSuchList()
    {
        using var parts = new RenderedParts();
        var overview = Overview(1, 1) with { ThisDay = null };
        Assert.Equal("", parts.Render<FirstVisit>(part => part.Add(first => first.Overview, overview).Add(first => first.Today, Today)).Markup.Trim());
    }

    [Theory]
    [InlineData("2003-05-01", "2021-12-07", "В архиве 1 документ: с 1 мая 2003 по 7 декабря 2021 года")]
    [InlineData("2003-05-01", "2003-05-01", "В архиве 1 документ от 1 мая 2003 года")]
    public void HoldingsAreASentence(string first, string last, string sentence)
    {
        using var parts = new RenderedParts();
        var overview = Overview(11, 22) with { First = PartialDate.Parse(first)!.Value.First, Last = PartialDate.Parse(last)!.Value.First };
        var holdings = parts.Render<Holdings>(part => part.Add(shown => shown.Overview, overview).Add(shown => shown.Changed, new DateTimeOffset(2026, 11, 21, 22, 5, 0, TimeSpan.Zero)));
        Assert.Equal(sentence, Plain(holdings.Find(".much").TextContent));
        Assert.Contains("22 ноября 2026, 01:05", Plain(holdings.Find(".changed").TextContent), StringComparison.Ordinal);
    }

    private static ArchiveOverview Overview(int month, int day) => new()
    {
        Records = 1,
        First = Today,
        Last = Today,
        ThisDay = new CalendarLeaf(month, day, [Hit()]),
        Newest = new SearchAnswer
        {
            Total = 0,
            TookMs = 0,
            Page = 1,
            Size = 20,
            Warnings = [],
            Hits = [],
            Facets = FacetNames.All.ToDictionary(facet => facet, IReadOnlyList<FacetValue> (_) => []),
            Unlisted = new Dictionary<Facet, int>(),
            Histogram = new Histogram(HistogramUnit.Year, [], 0, 0),
        },
    };

    private static SearchHit Hit() => new()
    {
        Id = RecordId.Parse("ru/events/67315")!,
        Url = "http://kremlin.ru/events/president/news/67315",
        Title = "Встреча",
        MarkedTitle = new MarkedText([new MarkedPiece("Встреча", false)]),
        Lead = null,
        MarkedLead = null,
        Published = new PrintedTime(new DateOnly(2021, 11, 22)),
        Place = null,
        Kind = Kind.Meeting,
        HasTranslation = false,
        Score = 0,
        Matches = null,
        Snippets = [],
    };

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Trim();
}

using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Results;

public sealed class FacetListingTests
{
    private static readonly ArchiveRecord[] Records =
    [
        .. Enumerable.Range(1, 130).Select(number => Documents.Record($"ru/events/{number}") with { Place = $"Город {number:000}" }),
        Documents.Record("ru/events/131") with { Place = "Ёлочный Бор", Persons = [new Tag("351", "Си Цзиньпин")] },
        Documents.Record("ru/events/132") with { Place = "Ёлочный Бор", Persons = [new Tag("351", "Си\u00AD  Цзиньпин"), new Tag("352", "Волны Пётр")] },
        Documents.Record("en/events/132") with { Place = "The Kremlin, Moscow", Persons = [new Tag("351", "Xi Jinping")] },
    ];

    [Fact]
    public async Task EveryValueIsReachedPageByPage()
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        var pages = Enumerable.Range(1, 3).Select(page => List(archive, new FacetQuery(Facet.Place, new SearchRequest { Page = page }))).ToList();
        Assert.Equal([100, 32, 0], pages.Select(page => page.Values.Count));
        Assert.All(pages, page => Assert.Equal((132, 2, 133), (page.Total, page.Largest, page.Matches)));
        Assert.Equal(132, pages.SelectMany(page => page.Values).Select(value => value.Value).Distinct().Count());
        Assert.Equal(new FacetValue("елочный-бор", "Ёлочный Бор", 2), pages[0].Values[0]);
    }

    [Fact]
    public async Task ValuesAreOrderedByTheAlphabetToo()
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        var labels = List(archive, new FacetQuery(Facet.Place, new SearchRequest { Page = 2 }) { Order = FacetOrder.Name }).Values.Select(value => value.Label);
        Assert.Equal(["Город 130", "Ёлочный Бор", "Москва, Кремль"], labels.TakeLast(3));
    }

    [Theory]
    [InlineData("елоч", "елочный-бор")]
    [InlineData("БОР ёл", "елочный-бор")]
    [InlineData("город 01", "город-010 город-011 город-012 город-013 город-014 город-015 город-016 город-017 город-018 город-019")]
    [InlineData("kremlin", "москва-кремль")]
    [InlineData("кремль мос", "москва-кремль")]
    [InlineData("ород", "")]
    public async Task ValuesAreFoundByTheBeginningsOfTheirWordsInEitherLanguage(string name, string keys)
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        var list = List(archive, new FacetQuery(Facet.Place, new SearchRequest()) { Name = name, Order = FacetOrder.Name });
        Assert.Equal(keys, string.Join(' ', list.Values.Select(value => value.Value)));
    }

    [Fact]
    public async Task APersonWithInvisibleMarksInTheNameIsOneValueWithOneCleanName()
    {
        using var archive = await SearchedArchive.WithAsync(Records);
        var person = Assert.Single(List(archive, new FacetQuery(Facet.Person, new SearchRequest()) { Name = "си" }).Values);
        Assert.Equal(new FacetValue("351", "Си Цзиньпин", 3), person);
        Assert.Equal("Xi Jinping", List(archive, new FacetQuery(Facet.Person, new SearchRequest { Interface = Language.English }) { Name = "цзинь" }).Values.Single().Label);
    }

    private static FacetPage List(SearchedArchive archive, FacetQuery query) => archive.Index.Values(query, TestContext.Current.CancellationToken);
}

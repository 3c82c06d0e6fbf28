using Bunit;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Search;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Search;

public sealed class FacetListTests : IDisposable
{
    private readonly RenderedParts parts = new();

    [Fact]
    public void AFacetWithoutValuesIsAbsent() => Assert.Equal("", Render(Facet.Place, new SearchRequest(), []).Markup.Trim());

    [Fact]
    public void AValueNarrowsTheSearchAndIsNotForCrawlers()
    {
        var link = Render(Facet.Kind, new SearchRequest { Query = "газ", Page = 3 }, [Value("meeting", 12)]).Find("a.value");
        Assert.Equal("/?q=%D0%B3%D0%B0%D0%B7&kind=meeting", link.GetAttribute("href"));
        Assert.Equal("nofollow", link.GetAttribute("rel"));
        Assert.Equal("встреча", link.TextContent);
    }

    [Fact]
    public void WhatIsChosenComesFirstAndLeadsOut()
    {
        var request = new SearchRequest().With(new FacetConstraint(Facet.Place, "p9"));
        var list = Render(Facet.Place, request, [.. Enumerable.Range(0, 10).Select(number => Value($"p{number}", 20 - number))]);
        var first = list.FindAll("section > ul a.value")[0];
        Assert.Equal(("/", "Убрать условие: P9"), (first.GetAttribute("href"), first.GetAttribute("aria-label")));
        Assert.Equal(["P0", "P1", "P2", "P3", "P4"], list.FindAll("section > ul a.value").Skip(1).Select(link => link.TextContent));
        Assert.Equal(["P5", "P6", "P7", "P8"], list.FindAll("details a.value").Select(link => link.TextContent));
    }

    [Fact]
    public void BehindACountIsItsShareOfTheLargest()
    {
        var list = Render(Facet.Place, new SearchRequest(), [Value("a", 1000), Value("b", 500), Value("c", 1)]);
        Assert.Equal(["count share-10", "count share-5", "count share-1"], list.FindAll(".count").Select(count => count.ClassName));
    }

    [Fact]
    public void AValueCanBeRuledOutAndAChosenOneOnlyTakenAway()
    {
        var request = new SearchRequest { Query = "x", Page = 3 }.With(new FacetConstraint(Facet.Place, "a"));
        var except = Assert.Single(Render(Facet.Place, request, [Value("a", 2), Value("b", 1)]).FindAll("a.except"));
        Assert.Equal(("/?q=x&place=a&not.place=b", "Исключить: B", "nofollow"), (except.GetAttribute("href"), except.GetAttribute("aria-label"), except.GetAttribute("rel")));
    }

    [Theory]
    [InlineData(6, 0, "", 6)]
    [InlineData(7, 0, "", 7)]
    [InlineData(8, 0, "ещё 2", 8)]
    [InlineData(20, 0, "ещё 14", 20)]
    [InlineData(21, 0, "ещё 15", 20)]
    [InlineData(50, 1200, "ещё 1 244", 20)]
    public void TheRareValuesAreFoldedAndOfALongListThereIsAWayToTheWhole(int values, int unlisted, string summary, int listed)
    {
        var list = Render(Facet.Person, new SearchRequest { Query = "x" }, [.. Enumerable.Range(0, values).Select(number => Value($"p{number}", 60 - number))], unlisted);
        Assert.Equal(summary, string.Concat(list.FindAll("summary").Select(fold => fold.TextContent)).Replace('\u00a0', ' '));
        Assert.Equal(listed, list.FindAll("a.value").Count);
        Assert.Equal(values + unlisted > listed ? ["/facets/person?q=x"] : [], list.FindAll("a.all").Select(link => link.GetAttribute("href")!));
        Assert.Equal(values + unlisted > listed ? 1 : 0, list.FindAll("facet-filter form[action='/facets/person'] input[type=hidden][name=q][value=x]").Count);
    }

    public void Dispose() => parts.Dispose();

    private static FacetValue Value(string key, long count) => new(key, key.ToUpperInvariant(), count);

    private IRenderedComponent<FacetList> Render(Facet facet, SearchRequest request, FacetValue[] values, int unlisted = 0) => parts.Render<FacetList>(list => list
        .Add(part => part.Facet, facet).Add(part => part.Request, request).Add(part => part.Values, values).Add(part => part.Unlisted, unlisted));
}

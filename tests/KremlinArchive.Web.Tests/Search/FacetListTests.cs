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
        var link = Render(Facet.Kind, new SearchRequest { Query = "газ", Page = 3 }, [Value("meeting", 12)]).Find("a");
        Assert.Equal("/?q=%D0%B3%D0%B0%D0%B7&kind=meeting", link.GetAttribute("href"));
        Assert.Equal("nofollow", link.GetAttribute("rel"));
        Assert.Equal("встреча", link.TextContent);
    }

    [Fact]
    public void WhatIsChosenComesFirstAndLeadsOut()
    {
        var request = new SearchRequest().With(new FacetConstraint(Facet.Place, "p9"));
        var list = Render(Facet.Place, request, [.. Enumerable.Range(0, 10).Select(number => Value($"p{number}", 20 - number))]);
        var first = list.FindAll("section > ul a")[0];
        Assert.Equal(("/", "Убрать условие: P9"), (first.GetAttribute("href"), first.GetAttribute("aria-label")));
        Assert.Equal(["P0", "P1", "P2", "P3", "P4"], list.FindAll("section > ul a").Skip(1).Select(link => link.TextContent));
        Assert.Equal(["P5", "P6", "P7", "P8"], list.FindAll("details a").Select(link => link.TextContent));
    }

    [Fact]
    public void BehindACountIsItsShareOfTheLargest()
    {
        var list = Render(Facet.Place, new SearchRequest(), [Value("a", 1000), Value("b", 500), Value("c", 1)]);
        Assert.Equal(["count share-10", "count share-5", "count share-1"], list.FindAll(".count").Select(count => count.ClassName));
    }

    [Theory]
    [InlineData(6, 0, "")]
    [InlineData(7, 0, "")]
    [InlineData(8, 0, "ещё 2")]
    [InlineData(50, 1200, "ещё 1 244")]
    public void TheRareValuesAreFoldedAndTheRestIsOwnedUpTo(int values, int unlisted, string summary)
    {
        var list = Render(Facet.Person, new SearchRequest(), [.. Enumerable.Range(0, values).Select(number => Value($"p{number}", 60 - number))], unlisted);
        Assert.Equal(summary, string.Concat(list.FindAll("summary").Select(fold => fold.TextContent)).Replace('\u00a0', ' '));
        Assert.Equal(unlisted > 0, list.FindAll("details p").Any());
        Assert.Equal(values, list.FindAll("a").Count);
    }

    public void Dispose() => parts.Dispose();

    private static FacetValue Value(string key, long count) => new(key, key.ToUpperInvariant(), count);

    private IRenderedComponent<FacetList> Render(Facet facet, SearchRequest request, FacetValue[] values, int unlisted = 0) => parts.Render<FacetList>(list => list
        .Add(part => part.Facet, facet).Add(part => part.Request, request).Add(part => part.Values, values).Add(part => part.Unlisted, unlisted));
}

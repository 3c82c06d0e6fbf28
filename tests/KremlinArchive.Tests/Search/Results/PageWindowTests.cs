using KremlinArchive.Records;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Results;

namespace KremlinArchive.Tests.Search.Results;

public sealed class PageWindowTests
{
    [Theory]
    [InlineData(1, 100, 100)]
    [InlineData(3, 100, 300)]
    [InlineData(1_001, 100, 100_100)]
    [InlineData(1_002, 100, 0)]
    [InlineData(int.MaxValue, 100, 0)]
    [InlineData(5_001, 20, 100_020)]
    [InlineData(5_002, 20, 0)]
    public void NoMoreIsKeptThanTheDeepestPageNeeds(int page, int size, int kept) => Assert.Equal(kept, Window(page, size).Kept(1_000_000));

    [Theory]
    [InlineData(1_001, 1_000_000, false)]
    [InlineData(1_002, 1_000_000, true)]
    [InlineData(1_002, 100_101, true)]
    [InlineData(1_002, 100_100, false)]
    [InlineData(int.MaxValue, 1_000_000, false)]
    public void OnlyAPageWithResultsIsCalledTooDeep(int page, int total, bool isTold)
    {
        var warning = Window(page, 100).Warning(total, Language.English);
        Assert.Equal(isTold ? "page-too-deep" : null, warning?.Code);
    }

    [Fact]
    public void ATooDeepPageIsEmpty()
    {
        var top = new TopDocuments(3, RankedDocument.Comparison(SortOrder.Newest));
        for (var number = 1; number <= 9; number++)
            top.Offer(new RankedDocument(number, 0, number * 5 % 9, number));
        Assert.Empty(Window(1_002, 100).Of(top));
    }

    [Fact]
    public void APageHoldsNoMoreThanItsSize()
    {
        var top = new TopDocuments(3, RankedDocument.Comparison(SortOrder.Newest));
        for (var number = 1; number <= 9; number++)
            top.Offer(new RankedDocument(number, 0, number * 5 % 9, number));
        Assert.Equal([5], Window(2, 1).Of(top).Select(document => document.Document));
        Assert.Equal([3], Window(2, 2).Of(top).Select(document => document.Document));
    }

    [Fact]
    public void WhatIsRankedAnewStaysBeforeTheRest()
    {
        var top = new TopDocuments(9, RankedDocument.Comparison(SortOrder.Relevance));
        for (var number = 1; number <= 9; number++)
            top.Offer(new RankedDocument(number, 10 - number, 0, number));
        top.Rerank(3, static best =>
        {
            foreach (ref var document in best)
                document = document with { Score = document.Document };
        });
        Assert.Equal([3, 2, 1, 4, 5, 6, 7, 8, 9], top.From(0).Select(document => document.Document));
    }

    private static PageWindow Window(int page, int size) => PageWindow.Of(new SearchRequest { Page = page, Size = size });
}

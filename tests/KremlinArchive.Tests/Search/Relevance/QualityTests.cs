using KremlinArchive.Records;
using KremlinArchive.Tests.Search.Relevance.Measure;

namespace KremlinArchive.Tests.Search.Relevance;

public sealed class QualityTests
{
    [Fact]
    public void TheBestOrderIsWorthOne()
    {
        var quality = Quality.Of([Record(3), Record(2), Record(1)], Grades(0, 1, 2, 3));

        Assert.Equal(new Quality(1, 1, 1, 0), quality);
    }

    [Fact]
    public void NothingFoundIsWorthNothing() => Assert.Equal(new Quality(0, 0, 0, 0), Quality.Of([], Grades(0, 2)));

    [Fact]
    public void AGoodDocumentInThirdPlaceHasAThirdOfTheReciprocalRank() =>
        Assert.Equal(1.0 / 3, Quality.Of([Record(0), Record(1), Record(2)], Grades(0, 1, 2)).ReciprocalRank, 9);

    [Fact]
    public void WhatNobodyJudgedIsCountedAndWorthNothing()
    {
        var quality = Quality.Of([Record(7), Record(1)], Grades(0, 3));

        Assert.Equal(0.5, quality.Unjudged, 9);
        Assert.Equal(1 / Math.Log2(3), quality.Gain, 9);
    }

    [Fact]
    public void TheBetterOfTwoNeighboursFirstIsNeverWorse()
    {
        // Every list of four grades, and every pair of neighbours in it.
        var lists = Enumerable.Range(1, 255).Select(all => new[] { all & 3, (all >> 2) & 3, (all >> 4) & 3, all >> 6 }).ToList();

        Assert.All(lists, grades => Assert.All(Enumerable.Range(0, 3), at =>
        {
            var judged = Grades(grades);
            var order = Enumerable.Range(0, 4).Select(Record).ToList();
            var before = Quality.Of(order, judged).Gain;
            order.Reverse(at, 2);
            var change = Quality.Of(order, judged).Gain - before;
            Assert.True(change * (grades[at + 1] - grades[at]) >= 0, $"{string.Join(' ', grades)} at {at}: {change}");
        }));
    }

    private static RecordId Record(int at) => new(Language.Russian, Collection.Events, at + 1);

    private static Dictionary<RecordId, int> Grades(params int[] grades) => grades.Index().ToDictionary(grade => Record(grade.Index), grade => grade.Item);
}

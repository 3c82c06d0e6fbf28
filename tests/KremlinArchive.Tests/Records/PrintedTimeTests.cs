using KremlinArchive.Records;

namespace KremlinArchive.Tests.Records;

public sealed class PrintedTimeTests
{
    [Theory]
    [InlineData(2021, 12, 7, "2021-12-07T20:15:00+03:00")]
    [InlineData(2012, 12, 7, "2012-12-07T20:15:00+04:00")]
    [InlineData(2005, 7, 7, "2005-07-07T20:15:00+04:00")]
    [InlineData(2005, 12, 7, "2005-12-07T20:15:00+03:00")]
    public void TheOffsetIsMoscowsOfThatDate(int year, int month, int day, string expected) =>
        Assert.Equal(expected, new PrintedTime(new DateOnly(year, month, day), new TimeOnly(20, 15)).ToString());

    [Fact]
    public void ADateAloneHasNoInstant()
    {
        var printed = new PrintedTime(new DateOnly(2003, 5, 1));
        Assert.Null(printed.Instant);
        Assert.Equal("2003-05-01", printed.ToString());
    }

    [Fact]
    public void WhatIsWrittenReadsBack()
    {
        Assert.Equal("2021-12-07T20:15:00+03:00", PrintedTime.Parse("2021-12-07T20:15:00+03:00")?.ToString());
        Assert.Equal("2003-05-01", PrintedTime.Parse("2003-05-01")?.ToString());
        Assert.Null(PrintedTime.Parse("2003"));
    }
}

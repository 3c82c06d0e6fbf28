using KremlinArchive.Records;

namespace KremlinArchive.Tests.Records;

public sealed class VersionRangeTests
{
    [Fact]
    public void ARangeIsReadAsItIsWritten() => Assert.Equal(new VersionRange(2, 13), VersionRange.Parse(new VersionRange(2, 13).ToString()));

    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    [InlineData("1..")]
    [InlineData("0..1")]
    [InlineData("1..2..3")]
    [InlineData("1...2")]
    [InlineData("a..b")]
    [InlineData("-1..2")]
    public void AnythingElseIsNone(string? text) => Assert.Null(VersionRange.Parse(text));
}

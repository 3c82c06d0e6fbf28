using KremlinArchive.Records;

namespace KremlinArchive.Tests.Records;

public sealed class RecordIdTests
{
    [Theory]
    [InlineData("ru/events/67315")]
    [InlineData("en/acts/1")]
    [InlineData("en/supplement/999999999")]
    public void AnIdentityReadsBackAsItWasWritten(string text) => Assert.Equal(text, RecordId.Parse(text)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ru/events")]
    [InlineData("RU/events/1")]
    [InlineData("ru/news/1")]
    [InlineData("ru/events/0")]
    [InlineData("ru/events/01")]
    [InlineData("ru/events/-1")]
    [InlineData("ru/events/1000000000")]
    [InlineData("ru/events/٣")]
    [InlineData("ru/events/1/2")]
    public void AnythingElseIsNotAnIdentity(string? text) => Assert.Null(RecordId.Parse(text));

    [Fact]
    public void TheTranslationHasTheSameNumberInTheOtherLanguage() =>
        Assert.Equal("en/events/67315", RecordId.Parse("ru/events/67315")!.Translation.ToString());

    [Fact]
    public void SamplesAreKnownByTheirNumber()
    {
        Assert.True(RecordId.Parse("ru/events/900000001")!.IsSample);
        Assert.False(RecordId.Parse("ru/events/900000000")!.IsSample);
    }
}

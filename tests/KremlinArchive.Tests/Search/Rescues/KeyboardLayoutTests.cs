using CsCheck;
using KremlinArchive.Search.Analysis.Dictionary;
using KremlinArchive.Search.Rescues;

namespace KremlinArchive.Tests.Search.Rescues;

public sealed class KeyboardLayoutTests
{
    private static readonly HashSet<string> Known =
    [
        "president", "putin", "biden", "nato", "g20", "covid", "d", "us", "the", "don't", "сша", "оон", "байден", "путин", "санкт", "петербург",
    ];

    [Theory]
    [InlineData("ghtpbltyn", "президент")]
    [InlineData("Ghtpbltyn", "Президент")]
    [InlineData("genby", "путин")]
    [InlineData("k.,jdm", "любовь")]
    [InlineData("'rjyjvbrf", "экономика")]
    [InlineData("[jhjij", "хорошо")]
    [InlineData("gjvjom.", "помощью")]
    [InlineData(",tkfhecm", "беларусь")]
    [InlineData("j,]tv", "объем")]
    [InlineData("`krf", "ёлка")]
    [InlineData("<fqlty", "Байден")]
    [InlineData(":bpym", "Жизнь")]
    [InlineData("cif", "сша")]
    [InlineData("JJY", "ООН")]
    [InlineData("ghtpbltyn, ljujdjh", "президент, договор")]
    [InlineData("hjccbz.", "россия.")]
    [InlineData("ljujdjh,vbh", "договор,мир")]
    [InlineData("gthtujdjhs d vjcrdt", "переговоры в москве")]
    [InlineData("cfyrn-gtnth,ehu", "санкт-петербург")]
    [InlineData("\"ghtpbltyn hjccbb\"", "\"президент россии\"")]
    [InlineData("-title:ghtpbltyn (vbh OR djqyf)~3", "-title:президент (мир OR война)~3")]
    [InlineData("=ljujdjh", "=договор")]
    [InlineData("ghtpbltyn* 2021", "президент* 2021")]
    [InlineData("ghtpbltyn G20", "президент G20")]
    [InlineData("ljujdjh NATO", "договор NATO")]
    [InlineData("президент hjccbb", "президент россии")]
    [InlineData("зкуышвуте", "president")]
    [InlineData("Еру зкуышвуте", "The president")]
    [InlineData("згештбишвут", "putin,biden")]
    [InlineData("вщтэе", "don't")]
    public void AWordOfTheOtherLayoutIsReadInIt(string typed, string meant) => Assert.Equal(meant, KeyboardLayout.Read(typed, IsKnown)[0]);

    [Theory]
    [InlineData("президент")]
    [InlineData("president")]
    [InlineData("NATO")]
    [InlineData("G20")]
    [InlineData("сша")]
    [InlineData("the putin")]
    [InlineData("qwrtp")]
    [InlineData("2021-12-07")]
    [InlineData("...")]
    [InlineData("-\"")]
    [InlineData("OR NOT")]
    [InlineData("")]
    public void AGoodWordAndNoWordAreLeft(string typed) => Assert.Empty(KeyboardLayout.Read(typed, IsKnown));

    [Fact]
    public void WordsOfNeitherLayoutAreTriedBothWays() =>
        Assert.Equal(["договор ывапр", "договор sdfgh"], KeyboardLayout.Read("ljujdjh sdfgh", IsKnown));

    [Fact]
    public void AnyTextIsReadAndNeverAsItself() => Gen.String.Sample(
        text => Assert.All(KeyboardLayout.Read(text, word => word.Length % 2 == 0), reading =>
        {
            Assert.NotEqual(text, reading);
            Assert.Equal(text.Length, reading.Length);
        }),
        iter: 5000);

    private static bool IsKnown(string word) => Known.Contains(word) || RussianDictionary.Current.Find(word) is not null;
}

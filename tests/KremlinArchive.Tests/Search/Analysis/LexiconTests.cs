using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Tests.Search.Analysis;

public sealed class LexiconTests
{
    [Theory]
    [InlineData("Путин", "Путиным")]
    [InlineData("Лавров", "Лаврова")]
    [InlineData("Лавров", "Лавровым")]
    [InlineData("Медведев", "Медведева")]
    [InlineData("Медведевой", "Медведева")]
    [InlineData("Байден", "Байденом")]
    [InlineData("Киев", "Киева")]
    [InlineData("Ростове", "Ростов")]
    [InlineData("Казахстан", "Казахстане")]
    [InlineData("Россия", "Россией")]
    [InlineData("договорённость", "договоренности")]
    [InlineData("Пётр", "Петра")]
    [InlineData("президент", "Президентами")]
    [InlineData("международный", "международного")]
    [InlineData("НАТО", "нато")]
    [InlineData("МИД", "МИДом")]
    [InlineData("мид", "МИДа")]
    [InlineData("Poccия", "России")]
    [InlineData("до\u00ADго\u0301вор", "договора")]
    [InlineData("meeting", "Meetings")]
    [InlineData("countries", "country")]
    [InlineData("café", "cafe")]
    [InlineData("NGO", "NGOs")]
    public void AFormFindsTheOther(string one, string other)
    {
        Assert.True(Of(one).Meets(Of(other)));
        Assert.True(Of(other).Meets(Of(one)));
    }

    [Theory]
    [InlineData("НАТО", "натом")]
    [InlineData("ООН", "она")]
    [InlineData("США", "сшей")]
    [InlineData("не", "на")]
    [InlineData("123", "124")]
    [InlineData("й", "и")]
    public void AWordDoesNotFindAnotherOne(string one, string other) => Assert.False(Of(one).Meets(Of(other)));

    [Fact]
    public void AnAcronymInCapitalsIsMoreThanTheWord()
    {
        Assert.True(Of("US").Meets(Of("us")));
        Assert.Equal(3, Of("US").Terms.Intersect(Of("US").Terms).Count());
        Assert.Equal(2, Of("US").Terms.Intersect(Of("us").Terms).Count());
    }

    [Fact]
    public void InAShoutedLineCapitalsAreNoAcronyms()
    {
        Assert.True(Acronym.IsShouted("УКАЗ ПРЕЗИДЕНТА"));
        Assert.False(Acronym.IsShouted("НАТО и США"));
        Assert.True(Lexicon.Of("УКАЗА", isShouted: true).Meets(Of("указом")));
    }

    [Fact]
    public void EveryStemCarriesItsMark() =>
        Assert.All(Of("президентами").Stems, stem => Assert.StartsWith(WordForms.StemMark, stem, StringComparison.Ordinal));

    private static WordForms Of(string word) => Lexicon.Of(word, isShouted: false);
}

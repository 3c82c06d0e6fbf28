using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Tests.Search.Analysis;

public sealed class LexiconTests
{
    [Theory]
    [InlineData("Путин", "Путиным")]
    [InlineData("Лавров", "Лаврова")]
    [InlineData("Токаев", "Токаева")]
    [InlineData("Столтенберг", "Столтенбергом")]
    [InlineData("Меркель", "Меркеля")]
    [InlineData("идти", "шёл")]
    [InlineData("год", "лет")]
    [InlineData("человек", "людьми")]
    [InlineData("Египет", "Египта")]
    [InlineData("сказать", "сказавших")]
    [InlineData("красивый", "наикрасивейший")]
    [InlineData("Серёжа", "Серёжааа")]
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
    [InlineData("ХХI", "XXI")]
    [InlineData("кaфé", "кафе")]
    [InlineData("СОVID", "covid")]
    [InlineData("HАТО", "НАТО")]
    [InlineData("США", "сша")]
    [InlineData("ООН", "оон")]
    [InlineData("US", "us")]
    [InlineData("IT", "it")]
    [InlineData("Н\u0301АТО", "НАТО")]
    [InlineData("2,000", "2000")]
    [InlineData("2.000.000", "2000000")]
    [InlineData("2,000.5", "2000.5")]
    [InlineData("1,500", "1500")]
    [InlineData("1,500", "1.500")]
    [InlineData("1,5", "1.5")]
    [InlineData("meeting", "Meetings")]
    [InlineData("countries", "country")]
    [InlineData("café", "cafe")]
    [InlineData("NGO", "NGOs")]
    public void AFormFindsTheOther(string one, string other)
    {
        Assert.True(Of(one).Finds(Of(other)));
        Assert.True(Of(other).Finds(Of(one)));
    }

    [Theory]
    [InlineData("НАТО", "натом")]
    [InlineData("ООН", "она")]
    [InlineData("суд", "судей")]
    [InlineData("золото", "золотой")]
    [InlineData("край", "Крым")]
    [InlineData("США", "сшей")]
    [InlineData("не", "на")]
    [InlineData("123", "124")]
    [InlineData("1,5", "15")]
    [InlineData("0,500", "500")]
    [InlineData("US", "use")]
    [InlineData("й", "и")]
    public void AWordDoesNotFindAnotherOne(string one, string other) => Assert.False(Of(one).Finds(Of(other)));

    [Fact]
    public void AnAcronymInCapitalsIsMoreThanTheWord()
    {
        Assert.True(Of("US").Finds(Of("us")));
        Assert.Equal(3, Of("US").Terms.Intersect(Of("US").Terms).Count());
        Assert.Equal(2, Of("US").Terms.Intersect(Of("us").Terms).Count());
    }

    [Fact]
    public void InAShoutedLineCapitalsAreNoAcronyms()
    {
        Assert.True(Acronym.IsShouted("УКАЗ ПРЕЗИДЕНТА"));
        Assert.False(Acronym.IsShouted("НАТО и США"));
        Assert.True(Lexicon.Of("УКАЗА", isShouted: true).Finds(Of("указом")));
    }

    [Theory]
    [InlineData("президентами")]
    [InlineData("Столтенбергом")]
    [InlineData("сказали")]
    [InlineData("presidents")]
    public void NothingButTheSpellingLooksLikeAWord(string word) =>
        Assert.All(Of(word).Held.Concat(Of(word).Asked), term => Assert.False(char.IsLetterOrDigit(term[0])));

    private static WordForms Of(string word) => Lexicon.Of(word, isShouted: false);
}

using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Tests.Search.Analysis;

public sealed class WordScannerTests
{
    [Theory]
    [InlineData("В.Путин: добрый день!", "В Путин добрый день")]
    [InlineData("С.В.Лавров", "С В Лавров")]
    [InlineData("Санкт-Петербург, 123-ФЗ", "Санкт Петербург 123 ФЗ")]
    [InlineData("1,5 млн и 10.000", "1,5 млн и 10.000")]
    [InlineData("Конец. Начало.", "Конец Начало")]
    [InlineData("The President’s visit, Russia's", "The President visit Russia")]
    [InlineData("don't d'Ivoire O'Brien", "don't d Ivoire O Brien")]
    [InlineData("«G20» (COVID-19)", "G20 COVID 19")]
    [InlineData("🙂 да", "да")]
    [InlineData("!!! — …", "")]
    [InlineData("", "")]
    public void TextIsCutIntoWords(string text, string words) => Assert.Equal(words, string.Join(' ', Words(text)));

    [Fact]
    public void JoinedWordsAreKnown()
    {
        var scanner = new WordScanner("Нью-Йорк, С.Лавров и день");
        var joined = new List<string>();
        while (scanner.MoveNext())
        {
            if (scanner.IsJoined)
                joined.Add(scanner.Word.ToString());
        }

        Assert.Equal(["Йорк", "Лавров"], joined);
    }

    [Fact]
    public void SoftHyphensAndStressMarksStayInsideAWord() => Assert.Equal(["дого\u00ADво\u0301р"], Words("дого\u00ADво\u0301р"));

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
            words.Add(scanner.Word.ToString());
        return words;
    }
}

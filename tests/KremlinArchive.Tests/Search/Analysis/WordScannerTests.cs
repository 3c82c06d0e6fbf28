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
    [InlineData("«G20» (COVID-19)", "G 20 COVID 19")]
    [InlineData("В. В. Путин", "В В Путин")]
    [InlineData("С-400, С400, Су-35С, Ми-8, АЭС-2006", "С 400 С 400 Су 35 С Ми 8 АЭС 2006")]
    [InlineData("65th, 65-й, 10-я, 2014-го, 1990s, 5%", "65 th 65 й 10 я 2014 го 1990 s 5")]
    [InlineData("XXI век, Людовик XIV", "XXI век Людовик XIV")]
    [InlineData("№ 123, №123, No. 123, N 123, Nos. 7", "123 123 123 123 7")]
    [InlineData("no 5, no. And 5; N5", "no 5 no And 5 N 5")]
    [InlineData("Санкт\u2010Петербург, Санкт\u2011Петербург, Санкт\u2013Петербург", "Санкт Петербург Санкт Петербург Санкт Петербург")]
    [InlineData("2\u00A0000\u2009и\u202F5", "2 000 и 5")]
    [InlineData("Presidents’ talks, the states' rights", "Presidents talks the states rights")]
    [InlineData("🙂 да", "да")]
    [InlineData("!!! — …", "")]
    [InlineData("", "")]
    public void TextIsCutIntoWords(string text, string words) => Assert.Equal(words, string.Join(' ', Words(text)));

    [Fact]
    public void JoinedWordsAreKnown()
    {
        var scanner = new WordScanner("Нью-Йорк, С.Лавров и день – G20, Улан\u2212\u00ADУдэ. Конец");
        var joined = new List<string>();
        while (scanner.MoveNext())
        {
            if (scanner.IsJoined)
                joined.Add(scanner.Word.ToString());
        }

        Assert.Equal(["Йорк", "Лавров", "20", "Удэ"], joined);
    }

    [Theory]
    [InlineData("дого\u00ADво\u0301р")]
    [InlineData("кофе\u0301")]
    [InlineData("дого\u200Bвор")]
    public void MarksThatAreNoSpellingStayInsideAWord(string word) => Assert.Equal([word], Words($"{word} {word}").Distinct());

    [Theory]
    [InlineData("договор\u00AD")]
    [InlineData("\u200Eдоговор\u200F")]
    [InlineData("\u2067договор\u2069")]
    public void WhatStandsAroundAWordUnseenIsNoPartOfIt(string text) => Assert.Equal(["договор"], Words(text));

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
            words.Add(scanner.Word.ToString());
        return words;
    }
}

using KremlinArchive.Search.Analysis;

namespace KremlinArchive.Tests.Search.Analysis;

public sealed class TextWordsTests
{
    [Theory]
    [InlineData("e-mail", "email")]
    [InlineData("вице-премьером", "вицепремьер")]
    [InlineData("co-operation", "cooperation")]
    [InlineData("Кот-д’Ивуаре", "Котдивуар")]
    [InlineData("O'Brien", "OBrien")]
    [InlineData("U.S.", "US")]
    [InlineData("U.S.A.", "usa")]
    [InlineData("2 000", "2000")]
    [InlineData("2\u00A0000\u202F000", "2000000")]
    [InlineData("2\u2009000,5", "2000.5")]
    public void WordsThatAreAlsoWrittenAsOneAreFoundAsOne(string text, string query)
    {
        var read = TextWords.Of(text);
        Assert.Equal(read.Words.Count, read.FindAt(0, Lexicon.Of(query, isShouted: false)));
    }

    [Theory]
    [InlineData("e-mail", "email")]
    [InlineData("2 000", "2000")]
    [InlineData("2 000 000", "2,000,000")]
    [InlineData("вице-премьер", "вицепремьера")]
    public void AQueryThatIsWrittenApartFindsThemAsOne(string query, string text)
    {
        var sought = Assert.Single(TextWords.Of(query).Compounds);
        Assert.Equal(1, TextWords.Of(text).FindAt(0, sought.Forms));
    }

    [Theory]
    [InlineData("С-400 С400 S-400 S400 C-400 С\u2011400 С\u2013400")]
    [InlineData("G20 G-20 g20 G\u201020")]
    [InlineData("COVID-19 COVID19 Covid\u221219 СOVID-19")]
    [InlineData("Су-35 Su-35 СУ35 su35")]
    [InlineData("Ми-8 Mi-8 МИ8")]
    [InlineData("АЭС-2006 AES-2006")]
    [InlineData("Х-101 Kh-101 X-101")]
    public void ANameWithANumberIsOneInEverySpelling(string spellings)
    {
        var all = spellings.Split(' ');
        foreach (var (query, text) in all.SelectMany(query => all.Select(text => (query, text))))
            Assert.Equal(2, TextWords.Of(text).FindAt(0, Assert.Single(TextWords.Of(query).Compounds).Forms));
    }

    [Theory]
    [InlineData("С-400", "С-300")]
    [InlineData("G-20", "G 20")]
    [InlineData("2 000", "2 001")]
    [InlineData("2 000", "2\n\n000")]
    [InlineData("1000 000", "1000000")]
    [InlineData("0 500", "0500")]
    [InlineData("день — ночь", "деньночь")]
    [InlineData("С.Лавров", "СЛавров")]
    [InlineData("С.В. Лавров", "СВ")]
    [InlineData("J.R.Biden", "JR")]
    [InlineData("i.e.", "ie")]
    public void WhatIsNoCompoundIsNotFoundAsOne(string one, string other)
    {
        var text = TextWords.Of(other);
        Assert.DoesNotContain(TextWords.Of(one).Compounds, compound => text.FindAt(0, compound.Forms) == text.Words.Count);
    }

    [Fact]
    public void ALongChainIsNotJoined() => Assert.Empty(TextWords.Of("a-b-c-d-e-f").Compounds);

    [Theory]
    [InlineData("7 декабря 2021 года")]
    [InlineData("7 декабря 2021 г.")]
    [InlineData("7\u00A0декабря 2021")]
    [InlineData("07 декабря 2021-го")]
    [InlineData("7-го декабря 2021 г")]
    [InlineData("7.12.2021")]
    [InlineData("07.12.2021 г.")]
    [InlineData("2021-12-07")]
    [InlineData("December 7, 2021")]
    [InlineData("December 7th 2021")]
    [InlineData("7 December 2021")]
    [InlineData("7th of December, 2021")]
    [InlineData("Dec. 7, 2021")]
    [InlineData("7-Dec-2021")]
    [InlineData("7 дек. 2021")]
    [InlineData("2021/12/07")]
    [InlineData("07.12.21")]
    public void ADayIsOneTermInEverySpelling(string date)
    {
        var read = TextWords.Of($"Встреча {date}, Сочи");
        var found = Assert.Single(read.Compounds);
        Assert.Equal(["@2021-12-07", "@2021-12"], found.Forms.Terms);
        Assert.Equal(["@2021-12-07"], found.Forms.Sought);
        Assert.Equal((1, read.Words.Count - 2), (found.First, found.Count));
    }

    [Theory]
    [InlineData("7–9 декабря 2021 года", "@2021-12-07 @2021-12-08 @2021-12-09 @2021-12")]
    [InlineData("7 и 8 декабря 2021 года", "@2021-12-07 @2021-12-08 @2021-12")]
    [InlineData("December 7-8, 2021", "@2021-12-07 @2021-12-08 @2021-12")]
    [InlineData("7/12/2021", "@2021-12-07 @2021-07-12 @2021-12 @2021-07")]
    [InlineData("12/25/2021", "@2021-12-25 @2021-12")]
    public void SeveralDaysAreATermEach(string text, string terms)
    {
        var read = TextWords.Of(text);
        var found = Assert.Single(read.Compounds);
        Assert.Equal(terms.Split(' '), found.Forms.Terms);
        Assert.Equal(read.Words.Count, found.Count);
    }

    [Theory]
    [InlineData("в декабре 2021 года", 3)]
    [InlineData("в декабре\u00A02021", 2)]
    [InlineData("In December, 2021", 2)]
    [InlineData("since Dec. 2021", 2)]
    public void AMonthWithItsYearIsATerm(string text, int count)
    {
        var found = Assert.Single(TextWords.Of(text).Compounds);
        Assert.Equal(["@2021-12"], found.Forms.Terms);
        Assert.Equal((1, count), (found.First, found.Count));
    }

    [Theory]
    [InlineData("7 декабря")]
    [InlineData("31 ноября 2021 года")]
    [InlineData("31.11.2021")]
    [InlineData("2021-13-07")]
    [InlineData("Встретимся в декабре. 2021 человек пришёл.")]
    [InlineData("32 декабря")]
    [InlineData("you may 20211")]
    [InlineData("10.12.20211")]
    [InlineData("декабря")]
    [InlineData("декабрь 7")]
    public void WhatIsNoDateIsNone(string text) =>
        Assert.DoesNotContain(TextWords.Of(text).Compounds, compound => compound.Forms.Surface.StartsWith("@2021-1", StringComparison.Ordinal) && compound.Forms.Surface.Length > 8);

    [Fact]
    public void CompoundsStandInTheOrderOfTheirFirstWords()
    {
        var read = TextWords.Of("Вице-премьер сообщил 7 декабря 2021 года о 2 000 комплексах С-400");
        Assert.Equal([(0, 2), (3, 4), (8, 2), (11, 2)], read.Compounds.Select(compound => (compound.First, compound.Count)));
    }
}

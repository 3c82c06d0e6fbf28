using CsCheck;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Thesaurus;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Thesaurus;

public sealed class ArchiveThesaurusTests
{
    [Theory]
    [InlineData("США", "Соединённые Штаты")]
    [InlineData("сша", "Соединённые Штаты")]
    [InlineData("Соединенных Штатов", "США")]
    [InlineData("Соединёнными Штатами Америки", "США, Соединённые Штаты")]
    [InlineData("СОЕДИНЁННЫЕ ШТАТЫ", "США")]
    [InlineData("НАТО", "Североатлантический альянс, Организация Североатлантического договора, Североатлантический союз")]
    [InlineData("Североатлантического альянса", "НАТО, Организация Североатлантического договора, Североатлантический союз")]
    [InlineData("МИДа", "Министерство иностранных дел")]
    [InlineData("мид", "Министерство иностранных дел")]
    [InlineData("Министерством иностранных дел", "МИД")]
    [InlineData("Белоруссии", "Беларусь")]
    [InlineData("Беларусью", "Белоруссия")]
    [InlineData("Кыргызстане", "Киргизия, Киргизская Республика, Кыргызская Республика")]
    [InlineData("Молдовой", "Молдавия")]
    [InlineData("совместного всеобъемлющего плана действий", "СВПД")]
    [InlineData("снв-3", "ДСНВ, Новый договор о СНВ")]
    [InlineData("группе двадцати", "G20, Большая двадцатка")]
    [InlineData("коронавирусом", "COVID-19, ковид, коронавирусная инфекция")]
    [InlineData("ВОЗ", "Всемирная организация здравоохранения")]
    [InlineData("United States of America", "USA, US, U.S., United States")]
    [InlineData("usa", "US, U.S., United States")]
    [InlineData("Byelorussia", "Belarus, Belorussia")]
    public void ANameInAnyFormLeadsToTheOthers(string typed, string others)
    {
        var match = Assert.Single(Find(typed));
        Assert.Equal((0, Words(typed).Count), (match.Start, match.Length));
        Assert.Equal(others, string.Join(", ", match.Others.Select(other => other.Text)));
    }

    [Theory]
    [InlineData("us")]
    [InlineData("who")]
    [InlineData("un")]
    [InlineData("воз")]
    [InlineData("про")]
    [InlineData("ран")]
    [InlineData("опек")]
    [InlineData("штаты")]
    [InlineData("соединённые")]
    [InlineData("Европейский банк")]
    [InlineData("натовский")]
    [InlineData("Казахстан")]
    [InlineData("мидии")]
    public void WhatIsNoNameOrHasNoOtherIsLeft(string typed) => Assert.Empty(Find(typed));

    [Fact]
    public void NamesAreFoundAmongOtherWordsTheLongestFirst()
    {
        var found = Find("отношения США и Совета Безопасности ООН с ОДКБ");
        Assert.Equal([(1, 1), (3, 3), (7, 1)], found.Select(match => (match.Start, match.Length)));
    }

    [Fact]
    public void ANameInCapitalsAloneFindsNoWordInSmallLetters()
    {
        var us = Find("USA")[0].Others.Single(other => other.Text == "US").Words[0];
        Assert.True(us.Finds(Lexicon.Of("US", isShouted: false)));
        Assert.False(us.Finds(Lexicon.Of("us", isShouted: false)));
    }

    [Fact]
    public void COVIDLeadsToItsNamesInBothLanguages() =>
        Assert.Equal(["ковид", "коронавирус", "коронавирусная инфекция", "coronavirus"], Find("covid-19")[0].Others.Select(other => other.Text));

    [Theory]
    [InlineData("США")]
    [InlineData("США = ")]
    [InlineData("США = Соединённые Штаты = сша")]
    [InlineData("воз! = телега")]
    [InlineData("a = b = c = d = e = f = g = h = i")]
    [InlineData("x = а б в г д е ж з и к л м н")]
    [InlineData("... = многоточие")]
    [InlineData("ООН = Объединённые нации")]
    public void AWrongLineIsLeftOutAndTold(string line)
    {
        var thesaurus = ArchiveThesaurus.Of(["# вымышленный пример", "ООН = Организация Объединённых Наций", line]);
        Assert.Equal(1, thesaurus.Count);
        Assert.Equal(3, Assert.Single(thesaurus.Problems).Line);
    }

    [Fact]
    public void WithoutItsFileItKnowsNothingAndSaysSo()
    {
        using var directory = new TempDirectory();
        var path = Path.Combine(directory.Path, "missing.txt");
        var thesaurus = ArchiveThesaurus.Load(path);
        Assert.Equal(0, thesaurus.Count);
        Assert.Contains(path, Assert.Single(thesaurus.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyLinesAndAnyWordsGiveSomething() => Gen.Select(Gen.String.Array, Gen.String).Sample(
        (lines, query) =>
        {
            var words = Words(Spelling.Compose(query));
            var found = ArchiveThesaurus.Of(lines).FindAll(words);
            Assert.All(found, match => Assert.InRange(match.Start + match.Length, 1, words.Count));
        },
        iter: 2000);

    [Fact]
    public void MatchesAreInOrderAndDoNotOverlap()
    {
        string[] known = ["сша", "Соединённые", "Штаты", "Америки", "ООН", "Совет", "Безопасности", "и", "Россия", "РФ"];
        Gen.Int[0, known.Length - 1].Select(i => known[i]).Array[0, 12].Sample(
            query =>
            {
                var end = 0;
                foreach (var match in Find(string.Join(' ', query)))
                {
                    Assert.True(match.Start >= end);
                    Assert.NotEmpty(match.Others);
                    end = match.Start + match.Length;
                }

                Assert.True(end <= query.Length);
            },
            iter: 500);
    }

    private static IReadOnlyList<ThesaurusMatch> Find(string typed) => ArchiveThesaurus.Current.FindAll(Words(typed));

    private static List<WordForms> Words(string text)
    {
        var words = new List<WordForms>();
        var isShouted = Acronym.IsShouted(text);
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
            words.Add(Lexicon.Of(scanner.Word, isShouted));
        return words;
    }
}

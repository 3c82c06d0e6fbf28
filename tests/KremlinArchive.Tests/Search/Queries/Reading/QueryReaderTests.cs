using KremlinArchive.Records;
using KremlinArchive.Search.Queries;
using KremlinArchive.Search.Queries.Reading;

namespace KremlinArchive.Tests.Search.Queries.Reading;

public sealed class QueryReaderTests
{
    [Theory]
    [InlineData("газ нефть", "газ нефть")]
    [InlineData("газ,нефть", "газ нефть")]
    [InlineData("газ газ Газ", "газ")]
    [InlineData("не более чем", "не более чем")]
    [InlineData("Нью-Йорк", "Нью-Йорк")]
    [InlineData("С.В.Лавров", "С.В.Лавров")]
    [InlineData("\"газовый контракт\" цена", "\"газовый контракт\" цена")]
    [InlineData("«газовый контракт»", "\"газовый контракт\"")]
    [InlineData("„газовый контракт“ “gas contract”", "\"газовый контракт\" \"gas contract\"")]
    [InlineData("=\"две формы\" =слово", "=\"две формы\" =слово")]
    [InlineData("\"a b\"~5 \"a b\"~ \"a\"~3", "\"a b\"~5 \"a b\"~50 \"a\"")]
    [InlineData("слов* слво~ слво~2 правительство~", "слов* слво~1 слво~2 правительство~2")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("\"\" '' «» () ! *", "")]
    public void WordsAreRead(string query, string read) => Assert.Equal(read, Written(query));

    [Theory]
    [InlineData("-война мир", "-война мир")]
    [InlineData("−война —мир", "-война -мир")]
    [InlineData("- мир", "мир")]
    [InlineData("-\"мировая война\" мир", "-\"мировая война\" мир")]
    [InlineData("мир НЕ война", "мир -война")]
    [InlineData("мир NOT война", "мир -война")]
    [InlineData("мир не война", "мир не война")]
    [InlineData("NOT -война", "-война")]
    [InlineData("-(газ нефть) мир", "-(газ нефть) мир")]
    public void WhatIsRuledOutIsRead(string query, string read) => Assert.Equal(read, Written(query));

    [Theory]
    [InlineData("газ ИЛИ нефть", "(газ OR нефть)")]
    [InlineData("газ OR нефть OR уголь", "(газ OR нефть OR уголь)")]
    [InlineData("газ|нефть | уголь", "(газ OR нефть OR уголь)")]
    [InlineData("газ or нефть", "газ or нефть")]
    [InlineData("цена газ OR нефть рост", "цена (газ OR нефть) рост")]
    [InlineData("(цена газ) OR нефть", "((цена газ) OR нефть)")]
    [InlineData("газ AND нефть И уголь && торф", "газ нефть уголь торф")]
    [InlineData("газ OR -нефть", "(газ OR -нефть)")]
    [InlineData("((газ))", "газ")]
    [InlineData("(газ OR газ) нефть", "газ нефть")]
    public void ChoicesAreRead(string query, string read) => Assert.Equal(read, Written(query));

    [Theory]
    [InlineData("title:газ заголовок:\"газовый контракт\"", "title:газ title:\"газовый контракт\"")]
    [InlineData("ЗАГОЛОВОК:газ", "title:газ")]
    [InlineData("место: Сочи", "place:Сочи")]
    [InlineData("говорит:(Путин OR Медведев) газ", "speaker:(Путин OR Медведев) газ")]
    [InlineData("-страна:США лицо:Байден тема:энергетика", "-country:США person:Байден topic:энергетика")]
    [InlineData("title:-газ", "-title:газ")]
    [InlineData("in:ru kind:phone-call", "in:ru kind:phone-call")]
    [InlineData("title:(speaker:Путин)", "speaker:Путин")]
    [InlineData("http://kremlin.ru/d/67315", "http kremlin.ru d 67315")]
    [InlineData("вопрос: газ", "вопрос газ")]
    public void FieldsAreRead(string query, string read) => Assert.Equal(read, Written(query));

    [Theory]
    [InlineData("газ 2021", "газ 2021")]
    [InlineData("2021-12", "date:2021-12-01..2021-12-31")]
    [InlineData("12.2021", "date:2021-12-01..2021-12-31")]
    [InlineData("2021..2022", "date:2021-01-01..2022-12-31")]
    [InlineData("2022..2021", "date:2021-01-01..2022-12-31")]
    [InlineData("2021-02.. ..03.03.2021", "date:2021-02-01.. date:..2021-03-03")]
    [InlineData("до:2014", "date:..2013-12-31")]
    [InlineData("before:2014-03-18", "date:..2014-03-17")]
    [InlineData("after:2022-02-24", "date:2022-02-24..")]
    [InlineData("после:24.02.2022", "date:2022-02-24..")]
    [InlineData("дата:2021 date:7.12.2021", "date:2021-01-01..2021-12-31 date:2021-12-07")]
    [InlineData("1500 3021 0000..0001", "1500 3021 0000 0001")]
    [InlineData("7 декабря 2021 года Байден", "7 декабря 2021 года Байден")]
    [InlineData("-7.12.2021 2021-12-07", "-2021-12-07 2021-12-07")]
    [InlineData("December 7, 2021 OR газ", "(December 7, 2021 OR газ)")]
    [InlineData("No. 123 № 5", "123 5")]
    [InlineData("2 000 рублей", "2 000 рублей")]
    [InlineData("6*123-ФЗ", "6 & 123-ФЗ")]
    public void DatesAreRead(string query, string read) => Assert.Equal(read, Written(query));

    [Theory]
    [InlineData("\"газовый контракт", "unbalanced-quotes", "газовый контракт")]
    [InlineData("газовый контракт\"", "unbalanced-quotes", "газовый контракт")]
    [InlineData("-\"газ нефть", "unbalanced-quotes", "-газ нефть")]
    [InlineData("\"", "unbalanced-quotes", "")]
    [InlineData("(газ нефть", "unbalanced-brackets", "газ нефть")]
    [InlineData("газ) нефть)", "unbalanced-brackets", "газ нефть")]
    [InlineData("OR газ", "lone-operator", "газ")]
    [InlineData("газ OR", "lone-operator", "газ")]
    [InlineData("газ OR OR нефть", "lone-operator", "(газ OR нефть)")]
    [InlineData("газ NOT", "lone-operator", "газ")]
    [InlineData("title:", null, "title")]
    [InlineData("УКАЗ ИЛИ ЗАКОН", "capitals", "УКАЗ \"ИЛИ\" ЗАКОН")]
    [InlineData("2021..2022 OR 2024..2025", null, "(date:2021-01-01..2022-12-31 OR date:2024-01-01..2025-12-31)")]
    [InlineData("а* б~", "short-prefix", "а б")]
    [InlineData("\"газ нефть\"~500", "reach-cut", "\"газ нефть\"~50")]
    [InlineData("до:вчера", "no-date", "до вчера")]
    [InlineData("!!! ... ***", "no-words", "")]
    [InlineData("2022..2020", "dates-swapped", "date:2020-01-01..2022-12-31")]
    public void OddInputIsReadAsWellAsCanBeAndSaysHow(string query, string? warning, string read)
    {
        var parsed = QueryReader.Read(query, Language.Russian);
        Assert.Equal(read, QueryWriter.Write(parsed.Root, Language.English));
        if (warning is null)
            Assert.Empty(parsed.Warnings);
        else
            Assert.Contains(parsed.Warnings, given => given.Code == warning);
    }

    [Fact]
    public void ATooLongQueryIsCutWithAWarning()
    {
        var read = QueryReader.Read(string.Join(' ', Enumerable.Range(0, 2500).Select(number => $"w{number}")), Language.Russian);
        Assert.Equal(QueryReader.MostWords, read.Parts.Count);
        Assert.Equal("query-cut", Assert.Single(read.Warnings).Code);
        Assert.Equal("query-cut", Assert.Single(QueryReader.Read(new string('а', 10_000), Language.Russian).Warnings).Code);
    }

    [Fact]
    public void BracketsAreReadToABoundedDepth()
    {
        var read = QueryReader.Read($"{new string('(', 200)}газ{new string(')', 200)} нефть", Language.English);
        Assert.Equal("газ нефть", QueryWriter.Write(read.Root, Language.English));
        Assert.Equal("too-deep", Assert.Single(read.Warnings).Code);
    }

    [Fact]
    public void HalfASurrogateDoesNoHarm() => Assert.Equal("газ", Written("газ \ud800"));

    [Fact]
    public void OperatorsAreWrittenInTheReadersLanguage() =>
        Assert.Equal("говорит:Путин (газ ИЛИ нефть) дата:2021-12-07", QueryWriter.Write(QueryReader.Read("speaker:Путин газ|нефть date:2021-12-07", Language.Russian).Root, Language.Russian));

    private static string Written(string query) => QueryWriter.Write(QueryReader.Read(query, Language.Russian).Root, Language.English);
}

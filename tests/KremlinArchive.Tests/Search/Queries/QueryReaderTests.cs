using KremlinArchive.Records;
using KremlinArchive.Search.Queries;

namespace KremlinArchive.Tests.Search.Queries;

public sealed class QueryReaderTests
{
    [Theory]
    [InlineData("газ нефть", "+газ +нефть")]
    [InlineData("\"газовый контракт\" цена", "+газовый контракт +цена")]
    [InlineData("«газовый контракт»", "+газовый контракт")]
    [InlineData("„газовый контракт“ “gas contract”", "+газовый контракт +gas contract")]
    [InlineData("-война мир", "-война +мир")]
    [InlineData("-\"мировая война\" мир", "-мировая война +мир")]
    [InlineData("−война", "-война")]
    [InlineData("- мир", "+мир")]
    [InlineData("Нью-Йорк", "+нью йорк")]
    [InlineData("С.В.Лавров", "+с в лавров")]
    [InlineData("газ,нефть", "+газ +нефть")]
    [InlineData("title:газ^2 (нефть OR [a TO b]) wild* ~2 \\", "+title +газ +2 +нефть +or +a +to +b +wild")]
    [InlineData("газ газ Газ", "+газ")]
    [InlineData("не более чем", "+не +более +чем")]
    [InlineData("\"\" '' «»", "")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    public void AQueryIsRead(string query, string parts) => Assert.Equal(parts, string.Join(' ', Read(query).Parts.Select(part => part.Identity)));

    [Theory]
    [InlineData("\"газовый контракт", "+газовый +контракт")]
    [InlineData("газовый контракт\"", "+газовый +контракт")]
    [InlineData("«газ", "+газ")]
    [InlineData("-\"газ нефть", "-газ +нефть")]
    [InlineData("\"", "")]
    public void AQuoteWithoutItsPairIsLeftOutWithAWarning(string query, string parts)
    {
        var read = Read(query);
        Assert.Equal(parts, string.Join(' ', read.Parts.Select(part => part.Identity)));
        Assert.Contains(read.Warnings, warning => warning.Code == "unbalanced-quotes");
    }

    [Fact]
    public void PunctuationAloneAsksForEverythingAndSaysSo()
    {
        var read = Read("!!! ... ***");
        Assert.Empty(read.Parts);
        Assert.Equal("no-words", Assert.Single(read.Warnings).Code);
    }

    [Fact]
    public void ATooLongQueryIsCutWithAWarning()
    {
        var read = Read(string.Join(' ', Enumerable.Range(0, 2500).Select(number => $"{number}")));
        Assert.Equal(QueryReader.MostWords, read.Parts.Count);
        Assert.Equal("query-cut", Assert.Single(read.Warnings).Code);
        Assert.Equal("query-cut", Assert.Single(Read(new string('а', 10_000)).Warnings).Code);
    }

    [Fact]
    public void HalfASurrogateDoesNoHarm() => Assert.Equal("+газ", Read("газ \ud800").Parts.Single().Identity);

    private static ParsedQuery Read(string query) => QueryReader.Read(query, Language.Russian);
}

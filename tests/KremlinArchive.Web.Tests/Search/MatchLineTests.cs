using Bunit;
using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Web.Search;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Search;

public sealed class MatchLineTests
{
    [Theory]
    [InlineData(Language.Russian, "4 совпадения: Байден, Байденом · в заголовке и тексте")]
    [InlineData(Language.English, "4 matches: Байден, Байденом · in the title and text")]
    public void ItTellsHowOftenWhichWordsAndWhere(Language language, string line) =>
        Assert.Equal(line, Line(new HitMatches(4, ["Байден", "Байденом"], false, [MatchField.Title, MatchField.Text]), language));

    [Theory]
    [InlineData(1, false, "1 совпадение: газ · в тексте", MatchField.Text)]
    [InlineData(7, true, "7 совпадений: газ … · в заголовке, подзаголовке и тексте", MatchField.Title, MatchField.Lead, MatchField.Text)]
    [InlineData(0, false, "Найдено в именах говорящих и метках", MatchField.Speaker, MatchField.Tags)]
    public void WhatIsNotKnownIsNotClaimed(int count, bool hasOtherWords, string line, params MatchField[] fields) =>
        Assert.Equal(line, Line(new HitMatches(count, ["газ"], hasOtherWords, fields)));

    [Fact]
    public void WithoutWordsThereIsNoLine() => Assert.Equal("", Line(null));

    private static string Line(HitMatches? matches, Language language = Language.Russian)
    {
        using var parts = new RenderedParts(language);
        var line = parts.Render<MatchLine>(hit => hit.Add(part => part.Matches, matches)).Nodes;
        return string.Join(' ', string.Concat(line.Select(node => node.TextContent)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

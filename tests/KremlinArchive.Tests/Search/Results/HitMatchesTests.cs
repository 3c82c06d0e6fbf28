using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Answers;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Results;

public sealed class HitMatchesTests
{
    private static readonly ArchiveRecord Record = Documents.Record("ru/events/1", "Встреча с Джозефом Байденом", "Байден приехал.", "Пусто.", "Говорили с Байденом. Байден, Байден!") with
    {
        Lead = "О встрече с Байденом",
        Place = "Сочи",
        Persons = [new Tag("9", "Байден Джозеф")],
        Topics = [new Tag("82", "Внешняя политика")],
    };

    [Theory]
    [InlineData("байден", 6, "Байденом|Байден", "Title Lead Text Tags")]
    [InlineData("приехал", 1, "приехал", "Text")]
    [InlineData("сочи", 0, "", "Place")]
    [InlineData("сочи внешней политики", 0, "", "Place Tags")]
    [InlineData("\"джозефом байденом\"", 1, "Джозефом Байденом", "Title")]
    [InlineData("байден байденом", 6, "Байденом|Байден", "Title Lead Text Tags")]
    [InlineData("\"байден приехал\" байдена", 6, "Байденом|Байден приехал|Байден", "Title Lead Text Tags")]
    public async Task AHitTellsWhatMatchedAndWhere(string query, int count, string words, string fields)
    {
        using var archive = await SearchedArchive.WithAsync(Record);
        var matches = Assert.Single(archive.Ask(query).Hits).Matches!;
        Assert.Equal((count, words, fields), (matches.Count, string.Join('|', matches.Words), string.Join(' ', matches.Fields)));
        Assert.False(matches.HasOtherWords);
    }

    [Theory]
    [InlineData("байден")]
    [InlineData("байден байденом джозефа")]
    [InlineData("\"байден байден\" говорили")]
    [InlineData("\"с байденом\" байден")]
    public async Task AHitCountsAsManyMatchesAsTheReadingPageMarks(string query)
    {
        using var archive = await SearchedArchive.WithAsync(Record);
        var read = ArchiveIndex.Mark(Record, new SearchRequest { Query = query });
        var marks = new[] { read.Title, read.Lead! }.Concat(read.Passages).Sum(text => text.Pieces.Count(piece => piece.IsMatch));
        Assert.Equal(marks, Assert.Single(archive.Ask(query).Hits).Matches!.Count);
    }

    [Fact]
    public async Task WordsThatOnlyPassagesNotShownHaveAreOwnedUpTo()
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record("ru/events/1", "Беседа", "Газ.", "Газа.", "Газу.", "Газом."));
        var matches = Assert.Single(archive.Ask("газ").Hits).Matches!;
        Assert.Equal((4, 3, true), (matches.Count, matches.Words.Count, matches.HasOtherWords));
    }

    [Fact]
    public async Task ASpeakerIsAPlaceToBeFound()
    {
        using var archive = await SearchedArchive.WithAsync(Documents.Record("ru/events/1") with { Passages = [new Passage(1, "Владимир Путин", "Добрый день!")] });
        Assert.Equal([MatchField.Speaker], Assert.Single(archive.Ask("путин").Hits).Matches!.Fields);
    }

    [Fact]
    public async Task ARequestWithoutWordsMatchesNothing()
    {
        using var archive = await SearchedArchive.WithAsync(Record);
        Assert.Null(Assert.Single(archive.Ask("-газ").Hits).Matches);
    }
}

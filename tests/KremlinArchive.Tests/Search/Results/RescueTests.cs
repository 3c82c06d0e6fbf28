using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Results;

/// <summary>What takes the place of a query that finds nothing, and what is suggested beside one that finds little.</summary>
public sealed class RescueTests
{
    [Theory]
    [InlineData("ghtpbltyn", "keyboard-layout", "президент")]
    [InlineData("Lavrov", "transliteration", "лавров")]
    [InlineData("призедент", "spelling", "президент")]
    [InlineData("\"президент говорил\"", "looser", "\"президент говорил\"~10")]
    [InlineData("\"президент отвечал\"", "looser", "президент отвечал")]
    [InlineData("президент 2001..2002", "wider-dates", "президент")]
    public async Task AQueryThatFindsNothingIsReadAnew(string query, string kind, string read)
    {
        using var archive = await ArchiveAsync();
        var answer = archive.Ask(query);
        Assert.Equal(kind, answer.Rescue?.Kind);
        Assert.Equal(read, answer.Rescue!.Request.Query, ignoreCase: true);
        Assert.True(answer.Rescue.IsShown);
        Assert.Equal(answer.Rescue.Total, answer.Total);
        Assert.NotEmpty(answer.Hits);
        Assert.Equal(0, archive.Ask(new SearchRequest { Query = query, Rescues = false }).Total);
    }

    [Fact]
    public async Task DatesOfTheRequestAreWidened()
    {
        using var archive = await ArchiveAsync();
        var answer = archive.Ask(new SearchRequest { Query = "президент", From = PartialDate.Year(1999), To = PartialDate.Year(2000) });
        Assert.Equal("wider-dates", answer.Rescue?.Kind);
        Assert.Null(answer.Rescue!.Request.From);
        Assert.Equal(1, answer.Total);
    }

    [Fact]
    public async Task AQueryThatFindsSomethingKeepsItsHits()
    {
        // Вымышленное слово, которое в архиве есть, хотя похоже на опечатку.
        using var archive = await SearchedArchive.WithAsync(
            [Documents.Record("ru/events/100", "Призедент", "Опечатка источника."), .. Enumerable.Range(1, 9).Select(number => Documents.Record($"ru/events/{number}", "Беседа", "Президент говорил."))]);
        var answer = archive.Ask("призедент");
        Assert.Equal(1, answer.Total);
        Assert.Equal(100, answer.Hits[0].Id.Number);
        Assert.True(answer.Rescue is null or { IsShown: false });
    }

    [Theory]
    [InlineData("абракадабра")]
    [InlineData("zzzz")]
    [InlineData("место:Атлантида")]
    [InlineData("-президент -лавров -слово")]
    public async Task WhatNothingCanRescueFindsNothing(string query)
    {
        using var archive = await ArchiveAsync();
        var answer = archive.Ask(query);
        Assert.Equal(0, answer.Total);
        Assert.Null(answer.Rescue);
    }

    [Fact]
    public async Task OtherNamesAreFoundBehindTheOneThatWasTypedAndCanBeTurnedOff()
    {
        using var archive = await SearchedArchive.WithAsync(
            Documents.Record("ru/events/1", "Беседа", "О Североатлантическом альянсе, о Североатлантическом альянсе."),
            Documents.Record("ru/events/2", "Беседа", "О силах НАТО говорили."),
            Documents.Record("ru/events/3", "Беседа", "О погоде."));
        var answer = archive.Ask("НАТО");
        Assert.Equal([2, 1], answer.Hits.Select(hit => hit.Id.Number));
        Assert.Contains("Североатлантический альянс", Assert.Single(answer.OtherNames).Names);
        Assert.Equal("Североатлантическом альянсе", answer.Hits[1].Matches!.Words[0]);
        Assert.Equal([2], archive.Find(new SearchRequest { Query = "НАТО", Expands = false }));
        Assert.Equal([2], archive.Find("\"НАТО\""));
        Assert.Equal([1, 2], archive.Find("североатлантический альянс").Order());
        Assert.Empty(archive.Ask("погода").OtherNames);
    }

    [Theory]
    [InlineData("газ", "")]
    [InlineData("говорит:Путин газ", "говорит:Путин")]
    [InlineData("газ -нефть \"новые цены\"", "-нефть,\"новые цены\"")]
    [InlineData("(газ OR уголь) до:2014", "(газ ИЛИ уголь),дата:..2013-12-31")]
    public async Task AnAnswerTellsHowTheQueryWasRead(string query, string parts)
    {
        using var archive = await ArchiveAsync();
        var reading = archive.Ask(new SearchRequest { Query = query, Rescues = false }).Reading;
        Assert.Equal(parts, string.Join(',', reading.Where(part => part.Kind != QueryPartKind.Word).Select(part => part.Text)));
        Assert.All(reading, part => Assert.DoesNotContain(part.Text, part.Without, StringComparison.Ordinal));
    }

    private static Task<SearchedArchive> ArchiveAsync() => SearchedArchive.WithAsync(
        Documents.Record("ru/events/1", "Беседа", "Президент долго говорил.", "Ему отвечал Лавров, и слово было за ним."));
}

using KremlinArchive.Import.Previews;
using KremlinArchive.Records;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Import.Previews;

public sealed class ImportPreviewTests
{
    private static readonly ArchiveRecord Sound = Documents.Record() with { Place = "Москва" };

    [Fact]
    public void ARecordThatIsAsItShouldBeWarnsOfNothing() => Assert.Empty(WarningsOf(Sound));

    [Fact]
    public void EachWarningIsGivenForWhatItIsAbout()
    {
        Assert.Equal([ReadingWarning.NoTime], WarningsOf(Sound with { Published = new PrintedTime(new DateOnly(2021, 12, 7)) }));
        Assert.Equal([ReadingWarning.NoPlace], WarningsOf(Sound with { Place = null }));
        Assert.Equal([ReadingWarning.NoKind], WarningsOf(Sound with { Kind = Kind.News }));
        Assert.Equal([ReadingWarning.NoText], WarningsOf(Sound with { Passages = [] }));
        Assert.Equal([ReadingWarning.NoSpeakers], WarningsOf(WithText(string.Concat(Enumerable.Repeat("Вопрос и ответ. ", 400))) with { Kind = Kind.Interview }));
        Assert.Equal([ReadingWarning.OtherLetters], WarningsOf(WithText("This text came under a Russian title, which is seldom right.")));
        Assert.Equal([ReadingWarning.LostCharacters], WarningsOf(WithText("Встре\uFFFDа")));
        Assert.Equal([ReadingWarning.LostCharacters], WarningsOf(WithText(Garbled("Встреча прошла хорошо"))));
        Assert.Equal([ReadingWarning.Markup], WarningsOf(WithText("Первый <br> абзац")));
        Assert.Equal([ReadingWarning.Markup], WarningsOf(WithText("Первый&nbsp;абзац")));
        Assert.Equal([ReadingWarning.EditedBeforePublished], WarningsOf(Sound with { Updated = new PrintedTime(new DateOnly(2020, 1, 1)) }));
        Assert.Equal([ReadingWarning.FromTheFuture], WarningsOf(Sound with { Published = new PrintedTime(new DateOnly(2031, 1, 1), new TimeOnly(10, 0)) }));
    }

    [Fact]
    public void WhatAFormCannotCarryIsNotMissed() =>
        Assert.Empty(WarningsOf(Sound with { Place = null, Published = new PrintedTime(new DateOnly(2021, 12, 7)) }, CaptureForm.Feed));

    [Fact]
    public void InequalitiesAndCompaniesAreNoMarkup() => Assert.Empty(WarningsOf(WithText("При a < b и c > d фирма «Рога & копыта» права.")));

    [Fact]
    public void ThePagesBeyondTheBoundAreCounted()
    {
        var preview = new ImportPreview(TimeProvider.System, most: 2);
        preview.Count([.. Enumerable.Range(1, 5).Select(n => Added(Sound with { Place = null }, CaptureForm.Page))]);
        Assert.Equal((2, 3, 5), (preview.Pages.Count, preview.LeftOut, preview.Warnings[ReadingWarning.NoPlace]));
    }

    [Fact]
    public void WhatStaysAsItIsIsNotListed()
    {
        var preview = new ImportPreview(TimeProvider.System, most: 10);
        preview.Count([new PageOutcome("a.html", Outcome.Unchanged, Sound.Id, null), new PageOutcome("b.jpg", Outcome.Skipped, null, "A picture.")]);
        Assert.Equal("b.jpg", Assert.Single(preview.Pages).Outcome.Source);
    }

    private static ArchiveRecord WithText(string text) => Sound with { Passages = [new Passage(1, null, text)] };

    // As UTF-8 looks that was taken for Windows-1251.
    private static string Garbled(string text)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        return System.Text.Encoding.GetEncoding(1251).GetString(System.Text.Encoding.UTF8.GetBytes(text));
    }

    private static IReadOnlyList<ReadingWarning> WarningsOf(ArchiveRecord record, CaptureForm form = CaptureForm.Page)
    {
        var preview = new ImportPreview(new SetClock(), most: 1);
        preview.Count([Added(record, form)]);
        return Assert.Single(preview.Pages).Warnings;
    }

    private static PageOutcome Added(ArchiveRecord record, CaptureForm form) =>
        new("a.html", Outcome.Added, record.Id, null) { Change = new ContentChange(record.Id, 1, ChangeKind.Added, null, record) { Form = form } };
}

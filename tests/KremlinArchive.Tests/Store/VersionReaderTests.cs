using KremlinArchive.Records;
using KremlinArchive.Store.Changes;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store;

public abstract class VersionReaderTests(Engine engine)
{
    public sealed class OnSqlite() : VersionReaderTests(Engine.Sqlite);

    public sealed class OnPostgres() : VersionReaderTests(Engine.Postgres);

    private static readonly RecordId Id = RecordId.Parse("ru/events/67315")!;

    [Fact]
    public async Task VersionsStandInTheOrderInWhichTheSiteShowedThem()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync(Seen("Было так.", 5), Seen("Стало иначе.", 9), Seen("Стало иначе.", 12), Seen("Совсем раннее.", 2));

        var history = (await archive.Store.Versions.HistoryAsync(Id, TestContext.Current.CancellationToken)).Found;
        Assert.Equal([3, 1, 2], history!.Versions.Select(version => version.Number));
        Assert.Equal(2, history.Current.Number);
        Assert.Equal((Day(9), Day(12), null), (history.Current.SeenFirst, history.Current.SeenLast, history.Current.NotSeenOn));
        Assert.Equal(Day(9), history.Find(1)!.NotSeenOn);
        Assert.Equal(Day(5), history.Find(3)!.NotSeenOn);
        Assert.Equal(3, history.Before(history.Find(1)!)!.Number);
        Assert.Null(history.Before(history.Find(3)!));
    }

    [Fact]
    public async Task WithoutATimeNothingIsClaimedToHaveBeenSeen()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync(Documents.Page(Documents.Record(paragraphs: "Было так.")));
        await archive.ImportAsync(Documents.Page(Documents.Record(paragraphs: "Стало иначе.")));

        var history = (await archive.Store.Versions.HistoryAsync(Id, TestContext.Current.CancellationToken)).Found;
        Assert.All(history!.Versions, version => Assert.Equal((null, null, null), (version.SeenFirst, version.SeenLast, version.NotSeenOn)));
        Assert.Equal([1, 2], history.Versions.Select(version => version.Number));
    }

    [Fact]
    public async Task ASupersededVersionIsReadWhole()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync(Seen("Было так.", 5), Seen("Стало иначе.", 9));

        var version = (await archive.Store.Versions.FindAsync(Id, 1, TestContext.Current.CancellationToken)).Found;
        Assert.Equal(("Было так.", false), (Assert.Single(version!.Record.Passages).Text, version.Entry.IsCurrent));
        var pair = (await archive.Store.Versions.PairAsync(Id, 1, 2, TestContext.Current.CancellationToken)).Found;
        Assert.Equal(("Было так.", "Стало иначе."), (pair!.Before.Record.Passages[0].Text, pair.After.Record.Passages[0].Text));
        Assert.NotNull((await archive.Store.Versions.PairAsync(Id, 2, 2, TestContext.Current.CancellationToken)).Found);
    }

    [Fact]
    public async Task WhatIsNotHeldIsAbsent()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync(Seen("Было так.", 5));
        Assert.Null((await archive.Store.Versions.FindAsync(Id, 2, TestContext.Current.CancellationToken)).Found);
        Assert.Null((await archive.Store.Versions.PairAsync(Id, 1, 2, TestContext.Current.CancellationToken)).Found);
        Assert.Null((await archive.Store.Versions.HistoryAsync(RecordId.Parse("ru/events/1")!, TestContext.Current.CancellationToken)).Found);
    }

    [Fact]
    public async Task EditsAreListedNewestFirstWithTheVersionsThatShowThem()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync(
            Seen("Было так.", 5), Documents.Page(Documents.Record("en/events/67315", paragraphs: "It was.")),
            Seen("Стало иначе.", 9), Seen("Совсем раннее.", 2), Documents.Page(Documents.Record("en/events/67315", paragraphs: "It is.")));

        var edits = await NewestAsync(archive, new ChangeSelection { Kinds = ChangeSelection.Edits });
        Assert.Equal([new VersionRange(1, 2), new VersionRange(3, 2), new VersionRange(1, 2)], edits.Select(edit => edit.Compared));
        Assert.Equal([5, 4, 3], edits.Select(edit => edit.Number));
        Assert.Equal(Day(2), edits[1].SeenFirst);
        Assert.Equal([4, 3], (await NewestAsync(archive, new ChangeSelection { Kinds = ChangeSelection.Edits }, before: 5)).Select(edit => edit.Number));
        Assert.Equal([4, 3], (await NewestAsync(archive, new ChangeSelection { Kinds = ChangeSelection.Edits, Language = Language.Russian })).Select(edit => edit.Number));
        Assert.Equal([5, 4], (await NewestAsync(archive, new ChangeSelection(), most: 2)).Select(edit => edit.Number));
        var additions = await archive.Store.History.OldestAsync(new ChangeSelection(), after: 1, most: 2, TestContext.Current.CancellationToken);
        Assert.Equal([(2, ChangeKind.Added, null), (3L, ChangeKind.Revised, (int?)1)], additions.Select(change => (change.Number, change.Kind, change.Current)));
    }

    private static Task<IReadOnlyList<LoggedChange>> NewestAsync(TempArchive archive, ChangeSelection selection, long? before = null, int most = 10) =>
        archive.Store.History.NewestAsync(selection, before, most, TestContext.Current.CancellationToken);

    private static KremlinArchive.Store.Runs.ReadPage Seen(string text, int day) => Documents.Page(Documents.Record(paragraphs: text), capturedAt: Day(day));

    private static DateTimeOffset Day(int day) => new(2026, 3, day, 12, 0, 0, TimeSpan.Zero);
}

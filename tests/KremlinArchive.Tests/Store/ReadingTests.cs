using KremlinArchive.Records;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store;

public abstract class ReadingTests(Engine engine)
{
    public sealed class OnSqlite() : ReadingTests(Engine.Sqlite);

    public sealed class OnPostgres() : ReadingTests(Engine.Postgres);

    [Fact]
    public async Task NeighboursAreThoseOfTheSameLanguageByDate()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync(
            Documents.Page(On("ru/events/5", 1)),
            Documents.Page(On("ru/events/2", 2)),
            Documents.Page(On("en/events/9", 2)),
            Documents.Page(On("ru/events/900000001", 2)),
            Documents.Page(On("ru/events/4", 3)));

        var neighbours = await NeighboursAsync(archive, "ru/events/2");
        Assert.Equal(("ru/events/5", "ru/events/4"), (neighbours.Previous!.Id.ToString(), neighbours.Next!.Id.ToString()));
        Assert.Null((await NeighboursAsync(archive, "ru/events/5")).Previous);
        Assert.Null((await NeighboursAsync(archive, "ru/events/900000001")).Next);
    }

    [Fact]
    public async Task ChangesComeInBoundedBatchesFromAnyNumberOn()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync([.. Enumerable.Range(1, 5).Select(n => Documents.Page(Documents.Record($"ru/events/{n}")))]);

        var changes = await archive.Store.Changes.ReadAsync(1, 3, TestContext.Current.CancellationToken);
        Assert.Equal([2L, 3L, 4L], changes.Select(change => change.Number));
        Assert.All(changes, change => Assert.Equal(change.Id, change.Current!.Record.Id));
        Assert.Empty(await archive.Store.Changes.ReadAsync(5, 3, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TheHashOfAChangeTellsLogsApart()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        using var other = await TempArchive.CreateAsync(engine);
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/1")));
        await other.ImportAsync(Documents.Page(Documents.Record("ru/events/2")));
        var hash = await archive.Store.Changes.HashAtAsync(1, TestContext.Current.CancellationToken);
        Assert.NotNull(hash);
        Assert.NotEqual(hash, await other.Store.Changes.HashAtAsync(1, TestContext.Current.CancellationToken));
        Assert.Null(await archive.Store.Changes.HashAtAsync(2, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TheStateMovesWithChangesAndSightingsAndNotByItself()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        var empty = await StateAsync(archive);
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/1")));
        var one = await StateAsync(archive);
        Assert.NotEqual(empty, one);
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/1"), CaptureForm.Copy));
        var seenAgain = await StateAsync(archive);
        Assert.NotEqual(one, seenAgain);
        Assert.Equal(seenAgain, await StateAsync(archive));
        // Captures that are known may be seen to show what they did not before.
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/1"), CaptureForm.Copy));
        Assert.NotEqual(seenAgain, await StateAsync(archive));
    }

    [Fact]
    public async Task AnUnknownRecordIsAbsent()
    {
        using var archive = await TempArchive.CreateAsync(engine);
        Assert.Null(await archive.FindAsync("ru/events/1"));
    }

    private static Task<string> StateAsync(TempArchive archive) => archive.Store.StateAsync(TestContext.Current.CancellationToken);

    private static ArchiveRecord On(string id, int day) =>
        Documents.Record(id) with { Published = new PrintedTime(new DateOnly(2021, 12, day), new TimeOnly(12, 0)) };

    private static Task<KremlinArchive.Store.Reading.Neighbours> NeighboursAsync(TempArchive archive, string id) =>
        archive.Store.Records.NeighboursAsync(RecordId.Parse(id)!, TestContext.Current.CancellationToken);
}

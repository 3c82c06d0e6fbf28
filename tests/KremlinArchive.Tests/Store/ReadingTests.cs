using KremlinArchive.Records;
using KremlinArchive.Store;
using KremlinArchive.Store.Schema;
using KremlinArchive.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Tests.Store;

public sealed class ReadingTests
{
    [Fact]
    public async Task NeighboursAreThoseOfTheSameLanguageByDate()
    {
        using var archive = await TempArchive.CreateAsync();
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
        using var archive = await TempArchive.CreateAsync();
        await archive.ImportAsync([.. Enumerable.Range(1, 5).Select(n => Documents.Page(Documents.Record($"ru/events/{n}")))]);

        var changes = await archive.Store.Changes.ReadAsync(1, 3, TestContext.Current.CancellationToken);
        Assert.Equal([2L, 3L, 4L], changes.Select(change => change.Number));
        Assert.All(changes, change => Assert.Equal(change.Id, change.Current!.Record.Id));
        Assert.Empty(await archive.Store.Changes.ReadAsync(5, 3, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TheHashOfAChangeTellsLogsApart()
    {
        using var archive = await TempArchive.CreateAsync();
        using var other = await TempArchive.CreateAsync();
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
        using var archive = await TempArchive.CreateAsync();
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
    public async Task OnlyItsOwnerReadsTheDatabase()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var archive = await TempArchive.CreateAsync();
        var file = Path.Combine(archive.Directory, "archive.db");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file + "-wal"));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        using var again = await TempArchive.OpenAsync(archive.Directory);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task AnUnknownRecordIsAbsent()
    {
        using var archive = await TempArchive.CreateAsync();
        Assert.Null(await archive.FindAsync("ru/events/1"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnArchiveThatMayNotBeWrittenCanBeRead(bool closed)
    {
        using var archive = await TempArchive.CreateAsync();
        await archive.ImportAsync(Documents.Page(Documents.Record()));
        if (closed)
            archive.Store.Dispose();
        Assert.Equal(!closed, File.Exists(Path.Combine(archive.Directory, "archive.db-wal")));

        var database = await ArchiveDatabase.OpenForReadingAsync(new ArchiveStoreOptions { DataDirectory = archive.Directory }, TestContext.Current.CancellationToken);
        Assert.Equal(1, await database!.ReadAsync(context => context.Records.CountAsync()));
        await Assert.ThrowsAsync<ArchiveUnavailableException>(() => new KremlinArchive.Store.Runs.ImportLedger(database).BeginAsync("test", startedBy: null, TestContext.Current.CancellationToken));
        database.Close();
    }

    [Fact]
    public async Task AStartAfterAKillDuringTheFirstOneIsNotHeldUp()
    {
        using var directory = new TempDirectory();
        await using (var connection = new SqliteConnection($"Data Source={directory.At("archive.db")}"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            var left = connection.CreateCommand();
            left.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """;
            await left.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var store = await TempArchive.OpenAsync(directory.Path);
        Assert.Equal(0, (await store.StatusAsync(TestContext.Current.CancellationToken)).Records);
    }

    [Fact]
    public async Task AFileThatIsNoDatabaseIsExplained()
    {
        using var directory = new TempDirectory();
        directory.Write("archive.db", [.. Enumerable.Repeat((byte)'x', 8192)]);
        var error = await Assert.ThrowsAsync<ArchiveUnavailableException>(() => TempArchive.OpenAsync(directory.Path));
        Assert.Contains("not an archive's database", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADataDirectoryThatCannotBeCreatedIsExplained()
    {
        using var directory = new TempDirectory();
        var file = directory.Write("file", []);
        var error = await Assert.ThrowsAsync<ArchiveUnavailableException>(() => TempArchive.OpenAsync(Path.Combine(file, "archive")));
        Assert.Contains("cannot be created", error.Message, StringComparison.Ordinal);
    }

    private static Task<string> StateAsync(TempArchive archive) => archive.Store.StateAsync(TestContext.Current.CancellationToken);

    private static ArchiveRecord On(string id, int day) =>
        Documents.Record(id) with { Published = new PrintedTime(new DateOnly(2021, 12, day), new TimeOnly(12, 0)) };

    private static Task<KremlinArchive.Store.Reading.Neighbours> NeighboursAsync(TempArchive archive, string id) =>
        archive.Store.Records.NeighboursAsync(RecordId.Parse(id)!, TestContext.Current.CancellationToken);
}

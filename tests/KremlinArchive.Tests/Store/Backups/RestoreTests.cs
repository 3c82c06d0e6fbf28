using KremlinArchive.Search;
using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Backups;
using KremlinArchive.Store.Engines;
using KremlinArchive.Store.Verification;
using KremlinArchive.Tests.Support;
using Microsoft.Data.Sqlite;

namespace KremlinArchive.Tests.Store.Backups;

public sealed class RestoreTests : IAsyncLifetime
{
    private readonly TempDirectory folder = new();
    private TempArchive archive = null!;
    private string backup = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        archive = await TempArchive.CreateAsync();
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/1", "Первая беседа")), Documents.Page(Documents.Record("ru/events/2", "Вторая беседа")));
        backup = folder.At("archive.backup");
        await archive.Store.Backup.WriteAsync(backup, replaces: false, Cancellation);
    }

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task WhoeverHasTheArchiveOpenSeesTheRestoredStateAndTheFormerIsKept()
    {
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/3", "Третья беседа")));
        var report = await RestoreAsync(archive.Directory);
        Assert.Equal(2, await archive.Store.Records.CountAsync(Cancellation));
        Assert.Empty((await archive.Store.Verifier.VerifyAsync(Cancellation)).Damage);
        Assert.Equal("0 1 1", await OutcomesAsync());

        Assert.Equal(3, (await RestoreAsync(archive.Directory, report.Former!)).Records);
        Assert.Equal(3, await archive.Store.Records.CountAsync(Cancellation));
        Assert.Empty(Directory.GetDirectories(archive.Directory, "restoring-*"));
    }

    [Fact]
    public async Task AReaderInTheMidstOfAReadingSeesItsOwnStateToItsEnd()
    {
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/3")));
        using var reading = Open(archive.Directory);
        using var transaction = reading.BeginTransaction(deferred: true);
        Assert.Equal(3L, Count(reading));
        await RestoreAsync(archive.Directory);
        Assert.Equal(3L, Count(reading));
        transaction.Commit();
        Assert.Equal(2L, Count(reading));
    }

    [Fact]
    public async Task TheIndexNoticesAnotherHistoryAndIsBuiltAnew()
    {
        using var index = ArchiveIndex.Open(new ArchiveIndexOptions { Directory = ArchiveLocation.IndexIn(archive.Directory), PollInterval = TimeSpan.FromMilliseconds(5) }, archive.Store.Changes);
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/3", "Третья беседа")));
        await index.CatchUpAsync(Cancellation);
        await RestoreAsync(archive.Directory);

        // As many changes as before, and other ones.
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/4", "Четвёртая беседа")));
        Assert.False((await index.VerifyAsync(new VerifyWatch(), Cancellation)).IsComparable);
        await index.CatchUpAsync(Cancellation);
        var verified = await index.VerifyAsync(new VerifyWatch(), Cancellation);
        Assert.Equal((3, true, 0), (verified.Records, verified.IsComparable, verified.Damage.Count));
    }

    [Fact]
    public async Task AnImportThatRanMeanwhileEndsWithASentence()
    {
        var run = await archive.Store.Ledger.BeginAsync("test", startedBy: null, Cancellation);
        await RestoreAsync(archive.Directory);
        var failure = await Assert.ThrowsAsync<ArchiveUnavailableException>(() => archive.Store.Ledger.SaveAsync(run, [Documents.Page(Documents.Record("ru/events/9"))], Cancellation));
        Assert.Contains("was restored while the import ran", failure.Message, StringComparison.Ordinal);
        Assert.Empty((await archive.Store.Verifier.VerifyAsync(Cancellation)).Damage);
    }

    [Fact]
    public async Task NobodyWritesBetweenTheCopyOfTheFormerStateAndItsReplacement()
    {
        await using var used = await SqliteFile.OpenUsedAsync(Path.Combine(archive.Directory, "archive.db"), Cancellation);
        using (await used.BeginReplacementAsync(backup, Cancellation))
        {
            using var other = Open(archive.Directory);
            other.DefaultTimeout = 1;
            Assert.Equal(5, Assert.Throws<SqliteException>(() => other.BeginTransaction(deferred: false)).SqliteErrorCode);
            Assert.Equal(2L, Count(other));
            await archive.Store.Backup.WriteAsync(folder.At("former.backup"), replaces: false, Cancellation);
        }

        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/3")));
        Assert.Equal(3, await archive.Store.Records.CountAsync(Cancellation));
    }

    [Fact]
    public async Task NoDamagedBackupIsRestored()
    {
        // A page begins with what says how it is used; further on there may be nothing.
        var whole = await File.ReadAllBytesAsync(backup, Cancellation);
        foreach (var damaged in (byte[][])[[], [1, 2, 3], whole[..(whole.Length / 2)], Altered(whole, 100), Altered(whole, whole.Length / 3 / 4096 * 4096), Altered(whole, whole.Length - 4096)])
        {
            await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/3")));
            folder.Write("damaged.backup", damaged);
            await RefusedAsync("damaged.backup");
        }
    }

    [Theory]
    [InlineData("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '99.0')", "newer version")]
    [InlineData("DROP TABLE __EFMigrationsHistory", "not a backup of an archive")]
    [InlineData("UPDATE Changes SET Hash = 'forged'", "does not prove itself")]
    [InlineData("UPDATE Versions SET ContentHash = 'forged'", "does not prove itself")]
    public async Task ABackupThatDoesNotHoldWhatItShouldIsRefused(string change, string reason)
    {
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/3")));
        Execute(backup, change);
        Assert.Contains(reason, await RefusedAsync("archive.backup"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADatabaseTooDamagedToBeOpenedIsMovedAsideUnlessAServerRunsOnIt()
    {
        using var directory = new TempDirectory();
        directory.Write("archive.db", [.. Enumerable.Repeat((byte)7, 8192)]);
        using (File.Open(ArchiveLocation.ServerLockIn(directory.Path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            await Assert.ThrowsAsync<ArchiveUnavailableException>(() => RestoreAsync(directory.Path));
        Assert.Equal(8192, new FileInfo(directory.At("archive.db")).Length);

        var report = await RestoreAsync(directory.Path);
        Assert.Equal(8192, new FileInfo(report.Former!).Length);
        using var store = await TempArchive.OpenAsync(directory.Path);
        Assert.Equal(2, await store.Records.CountAsync(Cancellation));
    }

    [Fact]
    public async Task ALogThatIsLeftOfARemovedFileIsNotWrittenIntoTheRestoredOne()
    {
        using var directory = new TempDirectory();
        foreach (var file in Directory.GetFiles(archive.Directory, "archive.db-wal"))
            File.Copy(file, directory.At("archive.db-wal"));
        Assert.NotEqual(0, new FileInfo(directory.At("archive.db-wal")).Length);

        using (File.Open(ArchiveLocation.ServerLockIn(directory.Path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            await Assert.ThrowsAsync<ArchiveUnavailableException>(() => RestoreAsync(directory.Path));
        Assert.Null((await RestoreAsync(directory.Path)).Former);
        Assert.Single(Directory.GetFiles(directory.Path, "damaged-*.db-wal"));
        Assert.False(File.Exists(directory.At("archive.db-wal")));
    }

    [Fact]
    public async Task TwoRestoresOfOneSecondKeepBothFormerStates()
    {
        var (first, second) = (await RestoreAsync(archive.Directory), await RestoreAsync(archive.Directory));
        Assert.NotEqual(first.Former, second.Former);
    }

    [Fact]
    public async Task WhereThereIsNoRoomNothingIsTouched()
    {
        await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/3")));
        var restore = new ArchiveRestore(new ArchiveStoreOptions { DataDirectory = archive.Directory, FreeSpace = _ => 1 });
        await Assert.ThrowsAsync<ArchiveUnavailableException>(() => restore.RestoreAsync(backup, Actor.CommandLine, new VerifyWatch(), Cancellation));
        Assert.Equal(3, await archive.Store.Records.CountAsync(Cancellation));
    }

    private static byte[] Altered(byte[] bytes, int at)
    {
        var altered = bytes.ToArray();
        altered.AsSpan(at, 64).Fill(0xA5);
        return altered;
    }

    private Task<RestoreReport> RestoreAsync(string directory, string? file = null) =>
        new ArchiveRestore(new ArchiveStoreOptions { DataDirectory = directory }).RestoreAsync(file ?? backup, Actor.CommandLine, new VerifyWatch(), Cancellation);

    /// <returns>Why it was refused; nothing of the archive has changed.</returns>
    private async Task<string> RefusedAsync(string file)
    {
        var before = await archive.Store.StatusAsync(Cancellation);
        var refusal = await Assert.ThrowsAsync<ArchiveUnavailableException>(() => RestoreAsync(archive.Directory, folder.At(file)));
        Assert.Equal(before, await archive.Store.StatusAsync(Cancellation));
        Assert.Empty(Directory.GetFiles(archive.Directory, "before-restore-*"));
        Assert.Empty(Directory.GetDirectories(archive.Directory, "restoring-*"));
        return refusal.Message;
    }

    private async Task<string> OutcomesAsync()
    {
        var outcomes = await archive.ImportAsync(Documents.Page(Documents.Record("ru/events/1", "Первая беседа")), Documents.Page(Documents.Record("ru/events/5")));
        return $"{outcomes.Count(outcome => outcome.Outcome == KremlinArchive.Store.Runs.Outcome.Revised)} {outcomes.Count(outcome => outcome.Outcome == KremlinArchive.Store.Runs.Outcome.Added)} {outcomes.Count(outcome => outcome.Outcome == KremlinArchive.Store.Runs.Outcome.Unchanged)}";
    }

    private static SqliteConnection Open(string directory)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "archive.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static object Count(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Records";
        return command.ExecuteScalar()!;
    }

    private static void Execute(string file, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}

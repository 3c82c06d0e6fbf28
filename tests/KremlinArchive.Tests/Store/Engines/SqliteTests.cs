using KremlinArchive.Store;
using KremlinArchive.Store.Engines;
using KremlinArchive.Store.Runs;
using KremlinArchive.Store.Schema;
using KremlinArchive.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Tests.Store.Engines;

/// <summary>What is particular to a database that is a file.</summary>
public sealed class SqliteTests
{
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
        using var again = await archive.OpenAgainAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
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

        var database = await ArchiveDatabase.OpenForReadingAsync(SqliteEngine.ForReading(archive.Directory)!, archive.Options, TestContext.Current.CancellationToken);
        Assert.Equal(1, await database!.ReadAsync(context => context.Records.CountAsync()));
        await Assert.ThrowsAsync<ArchiveUnavailableException>(() => new ImportLedger(database).BeginAsync("test", startedBy: null, TestContext.Current.CancellationToken));
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

    [Fact]
    public async Task PagesOfTheDatabaseThatAreDamagedAreNamedAndNothingIsReadFromThem()
    {
        using var archive = await TempArchive.CreateAsync();
        await archive.ImportAsync([.. Enumerable.Range(1, 3).Select(n => Documents.Page(Documents.Record($"ru/events/{n}")))]);
        archive.Store.Dispose();
        var file = Path.Combine(archive.Directory, "archive.db");
        await using (var database = File.Open(file, FileMode.Open))
        {
            database.Position = database.Length / 2 / 4096 * 4096;
            database.Write(new byte[4096]);
        }

        var verification = await archive.Store.Verifier.VerifyAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(verification.Damage);
        Assert.All(verification.Damage, damage => Assert.Equal("database", damage.Where));
    }
}

using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Backups;
using KremlinArchive.Store.Verification;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store.Backups;

public sealed class BackupTests : IAsyncLifetime
{
    private readonly TempDirectory folder = new();
    private TempArchive archive = null!;

    private string File => folder.At("archive.backup");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        archive = await TempArchive.CreateAsync();
        await archive.ImportAsync([.. Enumerable.Range(1, 3).Select(n => Documents.Page(Documents.Record($"ru/events/{n}")))]);
    }

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ABackupIsTheWholeArchiveForItsOwnersEyesAlone()
    {
        Assert.True((await archive.Store.Accounts.AddAsync("anna", "a long enough secret", Actor.CommandLine, Cancellation)).Account is not null);
        var report = await archive.Store.Backup.WriteAsync(File, replaces: false, Cancellation);
        Assert.Equal(new FileInfo(File).Length, report.Size);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));

        using var other = new TempDirectory();
        await RestoreAsync(other.Path, File);
        using var restored = await TempArchive.OpenAsync(other.Path);
        Assert.Equal(await archive.Store.StatusAsync(Cancellation), await restored.StatusAsync(Cancellation));
        Assert.Equal("anna", Assert.Single(await restored.Accounts.ListAsync(Cancellation)).Name);
    }

    [Fact]
    public async Task AFileIsReplacedOnlyWhereThatIsAskedFor()
    {
        folder.Write("archive.backup", [1, 2, 3]);
        Assert.Contains("--force", (await RefusedAsync(() => archive.Store.Backup.WriteAsync(File, replaces: false, Cancellation))).Message, StringComparison.Ordinal);
        Assert.Equal(3, new FileInfo(File).Length);
        await archive.Store.Backup.WriteAsync(File, replaces: true, Cancellation);
        Assert.NotEqual(3, new FileInfo(File).Length);
    }

    [Fact]
    public async Task NoBackupTakesThePlaceOfADatabaseInUse()
    {
        var database = Path.Combine(archive.Directory, "archive.db");
        await RefusedAsync(() => archive.Store.Backup.WriteAsync(database, replaces: true, Cancellation));
        Assert.Equal(3, await archive.Store.Records.CountAsync(Cancellation));
    }

    [Fact]
    public async Task WhereThereIsNoRoomThereIsNoFile()
    {
        using var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = archive.Directory, FreeSpace = _ => 600L * 1024 * 1024, LeastFree = 600L * 1024 * 1024 }, Cancellation);
        Assert.Contains("600 MB left", (await RefusedAsync(() => store.Backup.WriteAsync(File, replaces: false, Cancellation))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task ABackupIsOneStateWhileBatchesAreStored()
    {
        var storing = Task.Run(
            async () =>
            {
                for (var batch = 1; batch <= 15; batch++)
                    await archive.ImportAsync([.. Enumerable.Range(0, 5).Select(n => Documents.Page(Documents.Record($"ru/events/{(batch * 100) + n}")))]);
            },
            Cancellation);
        for (var number = 1; !storing.IsCompleted || number == 1; number++)
        {
            await archive.Store.Backup.WriteAsync(folder.At($"{number}.backup"), replaces: false, Cancellation);
            using var other = new TempDirectory();
            var restored = await RestoreAsync(other.Path, folder.At($"{number}.backup"));
            Assert.Equal(3, restored.Records % 5);
        }

        await storing;
    }

    private static Task<RestoreReport> RestoreAsync(string directory, string backup) =>
        new ArchiveRestore(new ArchiveStoreOptions { DataDirectory = directory }).RestoreAsync(backup, Actor.CommandLine, new VerifyWatch(), Cancellation);

    private static Task<ArchiveUnavailableException> RefusedAsync(Func<Task> work) => Assert.ThrowsAsync<ArchiveUnavailableException>(work);
}

using System.Globalization;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Engines;
using KremlinArchive.Store.Verification;
using Microsoft.Data.Sqlite;

namespace KremlinArchive.Store.Backups;

/// <summary>
/// Puts a backup in the place of an archive. It is checked to its last hash in a folder of its own before anything is touched; then all of it is
/// written in one transaction, while a server may run: readers see the old state until they see the new one, and a kill leaves either.
/// </summary>
public sealed class ArchiveRestore(ArchiveStoreOptions options)
{
    private readonly DiskRoom room = new(options);

    /// <summary>Restores a backup. What was there is kept as a backup of its own in the data directory; the restored audit log tells that it was restored.</summary>
    /// <param name="backup">The file.</param>
    /// <param name="by">Who restores it.</param>
    /// <exception cref="ArchiveUnavailableException">It is no whole backup that this version can read, or it cannot be written; the archive is as it was.</exception>
    public async Task<RestoreReport> RestoreAsync(string backup, Actor by, VerifyWatch watch, CancellationToken cancellation)
    {
        if (options.Connection is not null)
            throw new ArchiveUnavailableException(ArchiveBackup.ServersOwn);
        if (!File.Exists(backup))
            throw new ArchiveUnavailableException($"There is no file {backup}.");
        if (File.Exists(backup + "-wal"))
            throw new ArchiveUnavailableException($"{backup} is a database in use and no backup. Make one with the command backup.");
        var size = new FileInfo(backup).Length;
        var folder = Path.Combine(options.DataDirectory, $"restoring-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(options.DataDirectory);
            // The copy that is checked, the log of the transaction and, at most as large, the state that was there.
            room.Check(options.DataDirectory, 3 * size);
            await using var turn = await FileTurn.TakeAsync(Path.Combine(options.DataDirectory, "restoring.lock"), cancellation);
            RemoveLeftovers();
            CreateOwn(folder);
            var staged = new SqliteStage(folder);
            await BackupFile.CopyAsync(backup, staged.File, cancellation);
            await RefuseAsync(staged.File, backup, cancellation);
            var status = await CheckAsync(folder, backup, by, watch, cancellation);
            await staged.FoldAsync(cancellation);
            return new RestoreReport(status.Records, status.Change, status.Head, await PutInPlaceAsync(staged.File, cancellation));
        }
        catch (SqliteException failure) when (!cancellation.IsCancellationRequested)
        {
            throw new ArchiveUnavailableException($"{backup} could not be restored: {failure.Message}", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveUnavailableException($"{backup} could not be restored: {failure.Message}", failure);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Refuses what is damaged, no archive, or of a newer version of the program.</summary>
    private static async Task RefuseAsync(string staged, string backup, CancellationToken cancellation)
    {
        try
        {
            await using var file = await SqliteFile.OpenUnusedAsync(staged, cancellation);
            if (await file.ProblemsAsync(thorough: true, cancellation) is [var problem, ..])
                throw new ArchiveUnavailableException($"{backup} is damaged and was not restored: {problem}");
            var migrations = await file.MigrationsAsync(cancellation)
                ?? throw new ArchiveUnavailableException($"{backup} is not a backup of an archive.");
            if (migrations.Except(SqliteEngine.Migrations, StringComparer.Ordinal).Any())
                throw new ArchiveUnavailableException($"{backup} was made by a newer version of this program. Restore it with that one.");
        }
        catch (SqliteException damage) when (!cancellation.IsCancellationRequested)
        {
            throw new ArchiveUnavailableException($"{backup} is damaged, or not a backup of an archive: {damage.Message}", damage);
        }
    }

    /// <summary>Brings the copy up to date, proves it, and notes there that it is restored.</summary>
    private async Task<StoreStatus> CheckAsync(string folder, string backup, Actor by, VerifyWatch watch, CancellationToken cancellation)
    {
        using var store = await ArchiveStore.OpenAsync(options with { DataDirectory = folder }, cancellation);
        var found = await store.Verifier.VerifyAsync(watch, cancellation);
        if (found.Damage is [var damage, ..])
            throw new ArchiveUnavailableException($"{backup} does not prove itself and was not restored: {damage.Where}: {damage.What}");
        var status = await store.StatusAsync(cancellation);
        await store.Audit.NoteAsync(by, AuditAction.Restored, backup, $"up to change {status.Change}", cancellation);
        return status;
    }

    /// <returns>Where the former state is kept; null where there was none.</returns>
    private async Task<string?> PutInPlaceAsync(string staged, CancellationToken cancellation)
    {
        var file = SqliteEngine.FileIn(options.DataDirectory);
        var stamp = options.Clock.GetUtcNow().ToString("yyyyMMdd'-'HHmmssfff", CultureInfo.InvariantCulture);
        if (!File.Exists(file))
        {
            // A log may be left of a file that somebody removed, and would be written into this one.
            MoveAside(file, staged, stamp, $"There is no {file}");
            return null;
        }

        try
        {
            var former = Path.Combine(options.DataDirectory, $"before-restore-{stamp}.db");
            using var store = await ArchiveStore.OpenAsync(options, cancellation);
            await using var used = await SqliteFile.OpenUsedAsync(file, cancellation);
            using (var replacement = await used.BeginReplacementAsync(staged, cancellation))
            {
                // Nobody writes from here on: what is replaced is what was copied.
                await store.Backup.WriteAsync(former, replaces: false, cancellation);
                await Task.Run(replacement.Complete, cancellation);
            }

            await used.ShortenLogAsync(cancellation);
            return former;
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            return MoveAside(file, staged, stamp, $"{file} is so damaged that it must be moved away");
        }
    }

    /// <summary>What cannot be written into is moved away, which no server may see happen.</summary>
    private string MoveAside(string file, string staged, string stamp, string reason)
    {
        FileStream held;
        try
        {
            held = new FileStream(ArchiveLocation.ServerLockIn(options.DataDirectory), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new ArchiveUnavailableException($"{reason}, and a server runs on it. Stop the server and restore again.", error);
        }

        using (held)
        {
            var former = Path.Combine(options.DataDirectory, $"damaged-{stamp}.db");
            foreach (var ending in (string[])["-wal", "-shm", ""])
            {
                if (File.Exists(file + ending))
                    File.Move(file + ending, former + ending);
            }

            File.Move(staged, file);
            return former;
        }
    }

    private static bool IsDamage(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException sqlite && SqliteEngine.IsDamage(sqlite.SqliteErrorCode))
                return true;
        }

        return false;
    }

    /// <summary>What a restore that was killed has left.</summary>
    private void RemoveLeftovers()
    {
        foreach (var left in Directory.GetDirectories(options.DataDirectory, "restoring-*"))
            Directory.Delete(left, recursive: true);
    }

    private static void CreateOwn(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The copy of a backup in its folder.</summary>
    private sealed record SqliteStage(string Folder)
    {
        public string File => SqliteEngine.FileIn(Folder);

        public async Task FoldAsync(CancellationToken cancellation)
        {
            await using var file = await SqliteFile.OpenUsedAsync(File, cancellation);
            await file.FoldAsync(cancellation);
        }
    }
}

/// <summary>What was restored.</summary>
/// <param name="Records">How many records the archive holds now.</param>
/// <param name="Change">The number of its newest change.</param>
/// <param name="Head">That change's hash; null in an empty archive.</param>
/// <param name="Former">Where the state that was there is kept; null where there was none.</param>
public sealed record RestoreReport(long Records, long Change, string? Head, string? Former);

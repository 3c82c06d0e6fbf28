using KremlinArchive.Store.Engines;
using KremlinArchive.Store.Schema;
using Microsoft.Data.Sqlite;

namespace KremlinArchive.Store.Backups;

/// <summary>Copies the whole archive into one file while others read and write it. The file holds what opens accounts: only its owner may read it.</summary>
public sealed class ArchiveBackup
{
    /// <summary>What is said where a server keeps the archive.</summary>
    internal const string ServersOwn = "The archive is kept by a PostgreSQL server, and so are its backups. Make them there with pg_basebackup or pg_dump, and restore them with what belongs to these.";

    private readonly ArchiveDatabase database;

    internal ArchiveBackup(ArchiveDatabase database) => this.database = database;

    /// <summary>Writes a backup of one state of the archive, which stands under its name only when it is whole.</summary>
    /// <param name="path">The file to be written.</param>
    /// <param name="replaces">True if a file of that name may be replaced.</param>
    /// <exception cref="ArchiveUnavailableException">It cannot be written, or the archive is damaged; no file of that name was made or changed.</exception>
    public async Task<BackupReport> WriteAsync(string path, bool replaces, CancellationToken cancellation)
    {
        var file = database.Engine.File ?? throw new ArchiveUnavailableException(ServersOwn);
        Refuse(path, file, replaces);
        var temporary = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            BackupFile.CreateEmpty(temporary);
            await using (var used = await SqliteFile.OpenUsedAsync(file, cancellation))
            {
                var size = await used.SizeAsync(cancellation);
                database.Room.Check(Path.GetDirectoryName(path)!, size);
                await used.CopyToAsync(temporary, cancellation);
            }

            await CheckAsync(temporary, cancellation);
            BackupFile.Sync(temporary);
            File.Move(temporary, path, replaces);
            return new BackupReport(path, new FileInfo(path).Length);
        }
        catch (SqliteException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new ArchiveUnavailableException($"The backup {path} could not be written: {failure.Message}", failure);
        }
        finally
        {
            File.Delete(temporary);
            File.Delete(temporary + "-journal");
        }
    }

    private static void Refuse(string path, string database, bool replaces)
    {
        if (!replaces && File.Exists(path))
            throw new ArchiveUnavailableException($"There is a file {path} already. Name another one, or replace it with --force.");
        if (File.Exists(path + "-wal") || Path.GetFullPath(path) == Path.GetFullPath(database))
            throw new ArchiveUnavailableException($"{path} is a database in use, and no backup may take its place.");
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new ArchiveUnavailableException($"There is no directory {Path.GetDirectoryName(path)} to write the backup into.");
    }

    private static async Task CheckAsync(string path, CancellationToken cancellation)
    {
        await using var copy = await SqliteFile.OpenUnusedAsync(path, cancellation);
        if (await copy.ProblemsAsync(thorough: false, cancellation) is [var problem, ..])
            throw new IOException($"What was written is not what was read. {problem}");
    }
}

/// <summary>A backup that was written.</summary>
/// <param name="Path">The file.</param>
/// <param name="Size">How many bytes it has.</param>
public sealed record BackupReport(string Path, long Size);

using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KremlinArchive.Store.Engines;

/// <summary>A database's content on its way into the place of another's. The other is locked against writing from the beginning; ending it early leaves it as it was.</summary>
internal sealed class SqliteReplacement : IDisposable
{
    private readonly SqliteConnection source;
    private readonly SqliteConnection target;
    private readonly sqlite3_backup backup;

    /// <param name="source">The new content; closed with this.</param>
    /// <param name="target">The database that takes it, of no other use meanwhile.</param>
    public SqliteReplacement(SqliteConnection source, SqliteConnection target)
    {
        (this.source, this.target) = (source, target);
        backup = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main");
        if (backup.IsInvalid)
            SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(target.Handle), target.Handle);
        try
        {
            // No page is copied, but the lock is taken.
            Step(pages: 0);
        }
        catch
        {
            raw.sqlite3_backup_finish(backup);
            throw;
        }
    }

    /// <summary>Copies all and commits it.</summary>
    public void Complete() => Step(pages: -1);

    /// <inheritdoc/>
    public void Dispose()
    {
        raw.sqlite3_backup_finish(backup);
        source.Dispose();
    }

    private void Step(int pages)
    {
        if (raw.sqlite3_backup_step(backup, pages) is var code and not (raw.SQLITE_OK or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(code, target.Handle);
    }
}

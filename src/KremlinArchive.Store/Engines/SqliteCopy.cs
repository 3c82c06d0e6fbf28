using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Engines;

/// <summary>Copies what is known of records from one SQLite database into another, new one: everything but accounts, outcomes and the bytes of captures.</summary>
internal static class SqliteCopy
{
    /// <param name="from">The database copied from.</param>
    /// <param name="context">The database copied into; its tables are there and empty.</param>
    public static async Task FillAsync(SqliteEngine from, ArchiveContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        // The copy serves for a moment and need survive nothing.
        await context.Database.ExecuteSqlRawAsync("PRAGMA synchronous = OFF;", cancellation);
        await context.Database.ExecuteSqlAsync($"ATTACH DATABASE {from.File} AS archive;", cancellation);
        try
        {
            // One state of the archive is copied, and it is only read: a transaction that writes from its beginning would lock it, too.
            await using var transaction = await from.BeginReadAsync(context.Database, cancellation);
            foreach (var table in RowCopy.Tables(context.Model))
            {
                var columns = string.Join(", ", table.Columns.Select(column => column.Quoted));
#pragma warning disable EF1002 // The names are the schema's own.
                await context.Database.ExecuteSqlRawAsync($"INSERT INTO main.{table.Quoted} ({columns}) SELECT {columns} FROM archive.{table.Quoted};", cancellation);
#pragma warning restore EF1002
            }

            await transaction.CommitAsync(cancellation);
        }
        finally
        {
            await context.Database.ExecuteSqlRawAsync("DETACH DATABASE archive;", CancellationToken.None);
        }
    }
}

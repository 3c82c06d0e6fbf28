using KremlinArchive.Store.Moves;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KremlinArchive.Store.Engines;

/// <summary>Copies what is known of records row by row, from any engine into SQLite: everything but accounts, outcomes and the bytes of captures.</summary>
internal static class RowCopy
{
    private static readonly string[] Names = ["Runs", "Captures", "Records", "Versions", "Sightings", "Changes", "Quarantine"];

    /// <summary>The tables that are copied.</summary>
    public static IEnumerable<MovedTable> Tables(IModel model) => MovedTable.Of(model).IntersectBy(Names, table => table.Name);

    /// <param name="source">Reads one state of the archive.</param>
    /// <param name="copy">The tables are there and empty.</param>
    public static async Task FillAsync(ArchiveContext source, ArchiveContext copy, CancellationToken cancellation)
    {
        await using var transaction = await copy.Database.BeginTransactionAsync(cancellation);
        foreach (var table in Tables(source.Model))
        {
            var rows = new MovedRows(source.Database, table).ReadAsync(RowView.Whole, after: null, int.MaxValue, cancellation);
            await new MovedRows(copy.Database, table).AppendAsync(rows, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }
}

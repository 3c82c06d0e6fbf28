using System.Globalization;
using KremlinArchive.Store.Moves;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace KremlinArchive.Store.Engines;

/// <summary>Writes many rows into PostgreSQL in its own binary form.</summary>
internal static class PostgresRows
{
    /// <summary>Adds rows in the transaction under way.</summary>
    public static async Task AppendAsync(DatabaseFacade database, MovedTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        // If the server loses the last pages of a move in a crash, the move begins where the others end.
        await database.ExecuteSqlRawAsync("SET LOCAL synchronous_commit = off", cancellation);
        await using var copy = await ((NpgsqlConnection)database.GetDbConnection()).BeginBinaryImportAsync(table.Copy, cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await copy.StartRowAsync(cancellation);
            foreach (var value in row)
            {
                if (value is null)
                    await copy.WriteNullAsync(cancellation);
                else
                    await copy.WriteAsync(value, cancellation);
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    /// <summary>Lets the keys that the server gives out begin after those that were moved, and tells its planner what there is now.</summary>
    public static async Task SettleAsync(DatabaseFacade database, IReadOnlyList<MovedTable> tables, CancellationToken cancellation)
    {
        foreach (var table in tables)
        {
            // A key that the server does not give out has no sequence, and nothing is set.
            if (table is { KeyLength: 1, Columns: [{ IsNumber: true } key, ..] })
            {
#pragma warning disable EF1002 // The names are the schema's own.
                await database.ExecuteSqlRawAsync(
                    string.Create(CultureInfo.InvariantCulture, $"""SELECT setval(pg_get_serial_sequence('{table.Quoted}', '{key.Name}'), COALESCE(MAX({key.Quoted}), 1), MAX({key.Quoted}) IS NOT NULL) FROM {table.Quoted}"""),
                    cancellation);
            }

            await database.ExecuteSqlRawAsync($"ANALYZE {table.Quoted}", cancellation);
#pragma warning restore EF1002
        }
    }
}

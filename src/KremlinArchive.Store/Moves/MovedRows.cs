using System.Data.Common;
using System.Runtime.CompilerServices;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace KremlinArchive.Store.Moves;

/// <summary>The rows of a table in one database, read and written in its transaction under way.</summary>
internal sealed class MovedRows(DatabaseFacade database, MovedTable table)
{
    /// <summary>Rows in the order of the key, one in memory at a time.</summary>
    /// <param name="after">The key after which they begin; null for the first ones.</param>
    /// <param name="most">At most so many.</param>
    public async IAsyncEnumerable<object?[]> ReadAsync(RowView view, object?[]? after, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = Command(table.Page(view, after is null, most), after ?? []);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            yield return Row(rows, view);
    }

    /// <summary>The row of a key; null if there is none.</summary>
    public async Task<object?[]?> FindAsync(object?[] key, CancellationToken cancellation)
    {
        await using var command = Command(table.Find, key);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? Row(rows, RowView.Whole) : null;
    }

    public async Task<long> CountAsync(CancellationToken cancellation)
    {
        await using var command = Command(table.Count, []);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Adds a row, or gives the one of the same key its values.</summary>
    public Task WriteAsync(object?[] row, CancellationToken cancellation) => ExecuteAsync(table.Upsert, row, cancellation);

    /// <summary>Removes the row of a key.</summary>
    public Task RemoveAsync(object?[] key, CancellationToken cancellation) => ExecuteAsync(table.Delete, key, cancellation);

    /// <summary>Adds rows with one statement that is prepared once.</summary>
    public async Task AppendAsync(IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using var command = Command(table.Insert, new object?[table.Columns.Count]);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            for (var at = 0; at < row.Length; at++)
                command.Parameters[at].Value = row[at] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private async Task ExecuteAsync(string statement, object?[] values, CancellationToken cancellation)
    {
        await using var command = Command(statement, values);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private DbCommand Command(string text, object?[] values)
    {
        var command = database.GetDbConnection().CreateCommand();
        command.Transaction = database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // The names in it are the schema's own.
        command.CommandText = text;
#pragma warning restore CA2100
        for (var at = 0; at < values.Length; at++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{at}";
            parameter.Value = values[at] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private object?[] Row(DbDataReader rows, RowView view)
    {
        var row = new object?[table.Columns.Count];
        for (var at = 0; at < row.Length; at++)
            row[at] = rows.IsDBNull(at) ? null : Value(rows, at, table.Columns[at].TypeIn(view));
        return row;
    }

    private object Value(DbDataReader rows, int at, Type type)
    {
        if (type == typeof(string))
            return StoredText.Of(rows.GetString(at));
        if (type == typeof(long))
            return rows.GetInt64(at);
        if (type == typeof(int))
            return rows.GetInt32(at);
        if (type == typeof(bool))
            return rows.GetBoolean(at);
        if (type == typeof(DateOnly))
            return rows.GetFieldValue<DateOnly>(at);
        return type == typeof(byte[])
            ? rows.GetFieldValue<byte[]>(at)
            : throw new NotSupportedException($"{table.Name}.{table.Columns[at].Name} is kept as {type.Name}, which no move knows yet.");
    }
}

using KremlinArchive.Records;
using KremlinArchive.Tests.Search.Relevance.Measure;
using Npgsql;
using NpgsqlTypes;

namespace KremlinArchive.Benchmarks.Relevance;

/// <summary>The records in a temporary table of PostgreSQL, with its full text search of their language: title A, lead B, text D.</summary>
internal sealed class PostgresShelf : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;

    private PostgresShelf(NpgsqlDataSource source, NpgsqlConnection connection)
    {
        this.source = source;
        Connection = connection;
    }

    /// <summary>The one connection that sees the table.</summary>
    public NpgsqlConnection Connection { get; }

    public static async Task<PostgresShelf> FillAsync(string connectionString, IEnumerable<ArchiveRecord> records)
    {
        var source = NpgsqlDataSource.Create(connectionString);
        var shelf = new PostgresShelf(source, await source.OpenConnectionAsync());
        await shelf.RunAsync("CREATE TEMPORARY TABLE shelf (id text, words regconfig, title text, lead text, body text, vector tsvector)");
        await shelf.CopyAsync(records);
        await shelf.RunAsync("""
            UPDATE shelf SET vector =
                setweight(to_tsvector(words, title), 'A') || setweight(to_tsvector(words, lead), 'B') || setweight(to_tsvector(words, body), 'D')
            """);
        return shelf;
    }

    /// <summary>The name of the language's configuration.</summary>
    public static string Words(Language language) => language == Language.Russian ? "russian" : "english";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await source.DisposeAsync();
    }

    private async Task CopyAsync(IEnumerable<ArchiveRecord> records)
    {
        await using (var copy = await Connection.BeginBinaryImportAsync("COPY shelf (id, title, lead, body) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var record in records)
            {
                await copy.StartRowAsync();
                var words = record.Words().ToList();
                foreach (var text in new[] { record.Id.ToString(), words[0], words[1], string.Join('\n', words.Skip(2)) })
                    await copy.WriteAsync(text, NpgsqlDbType.Text);
            }

            await copy.CompleteAsync();
        }

        await RunAsync("UPDATE shelf SET words = CASE WHEN id LIKE 'ru/%' THEN 'russian'::regconfig ELSE 'english'::regconfig END");
    }

    private async Task RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, Connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}

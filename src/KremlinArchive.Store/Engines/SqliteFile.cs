using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KremlinArchive.Store.Engines;

/// <summary>A database as a file: checked, copied whole while others use it, and put in the place of another.</summary>
internal sealed class SqliteFile : IAsyncDisposable
{
    private const string MigrationsTable = "__EFMigrationsHistory";

    private readonly SqliteConnection connection;

    private SqliteFile(SqliteConnection connection) => this.connection = connection;

    /// <summary>Opens a file that nobody writes.</summary>
    public static Task<SqliteFile> OpenUnusedAsync(string path, CancellationToken cancellation) =>
        OpenAsync($"file:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1", SqliteOpenMode.ReadOnly, cancellation);

    /// <summary>Opens a file that others may use.</summary>
    public static Task<SqliteFile> OpenUsedAsync(string path, CancellationToken cancellation) => OpenAsync(path, SqliteOpenMode.ReadWrite, cancellation);

    /// <summary>What is wrong with the file's pages, in the engine's words; empty if nothing is.</summary>
    /// <param name="thorough">True to compare indexes with tables too.</param>
    public Task<IReadOnlyList<string>> ProblemsAsync(bool thorough, CancellationToken cancellation) => ProblemsAsync(connection, thorough, cancellation);

    /// <summary>The same of a connection that is open.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(SqliteConnection connection, bool thorough, CancellationToken cancellation)
    {
        var problems = new List<string>();
        try
        {
            using var interruption = Interrupting(connection, cancellation);
            await using var command = Command(connection, thorough ? "PRAGMA integrity_check(100)" : "PRAGMA quick_check(100)");
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
                problems.AddRange(rows.GetString(0).Split('\n').Where(line => line != "ok"));
        }
        catch (SqliteException damage) when (SqliteEngine.IsDamage(damage.SqliteErrorCode))
        {
            problems.Add(damage.Message);
        }

        cancellation.ThrowIfCancellationRequested();
        return problems;
    }

    /// <summary>The names of the migrations that made the file; null where it is no archive's.</summary>
    public async Task<IReadOnlyList<string>?> MigrationsAsync(CancellationToken cancellation)
    {
        await using var question = Command(connection, $"SELECT COUNT(*) FROM sqlite_master WHERE name = '{MigrationsTable}'");
        if (await question.ExecuteScalarAsync(cancellation) is not 1L)
            return null;
        var names = new List<string>();
        await using var command = Command(connection, $"SELECT MigrationId FROM {MigrationsTable}");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            names.Add(rows.GetString(0));
        return names;
    }

    /// <summary>How many bytes the database has.</summary>
    public async Task<long> SizeAsync(CancellationToken cancellation) =>
        await NumberAsync("PRAGMA page_count", cancellation) * await NumberAsync("PRAGMA page_size", cancellation);

    /// <summary>Writes one state of the database into a file, which is there and empty. Others read and write meanwhile.</summary>
    public async Task CopyToAsync(string path, CancellationToken cancellation)
    {
        using var interruption = Interrupting(connection, cancellation);
        await using var command = Command(connection, "VACUUM INTO $path");
        command.Parameters.AddWithValue("$path", path);
        await Task.Run(command.ExecuteNonQuery, cancellation);
    }

    /// <summary>
    /// Begins to put a file's content in the place of the database's own, in one transaction: others see the old state until they see the new one. From
    /// here on nobody else writes; they read meanwhile.
    /// </summary>
    public async Task<SqliteReplacement> BeginReplacementAsync(string path, CancellationToken cancellation)
    {
        await ExecuteAsync("PRAGMA busy_timeout = 60000", cancellation);
        var source = await OpenUnusedAsync(path, cancellation);
        try
        {
            return await Task.Run(() => new SqliteReplacement(source.connection, connection), cancellation);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes the log into the database. Where readers need it still, it stays for a later turn.</summary>
    public Task ShortenLogAsync(CancellationToken cancellation) => ExecuteAsync("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)", cancellation);

    /// <summary>Folds the log into the file and does without one from here on.</summary>
    public Task FoldAsync(CancellationToken cancellation) => ExecuteAsync("PRAGMA journal_mode = DELETE", cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static async Task<SqliteFile> OpenAsync(string source, SqliteOpenMode mode, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = 60 }.ToString());
        try
        {
            await connection.OpenAsync(cancellation);
            return new SqliteFile(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static CancellationTokenRegistration Interrupting(SqliteConnection connection, CancellationToken cancellation) => cancellation.Register(() => raw.sqlite3_interrupt(connection.Handle));

    private async Task<long> NumberAsync(string question, CancellationToken cancellation)
    {
        await using var command = Command(connection, question);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task ExecuteAsync(string statement, CancellationToken cancellation)
    {
        await using var command = Command(connection, statement);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static SqliteCommand Command(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        command.CommandTimeout = 0;
        return command;
    }
}

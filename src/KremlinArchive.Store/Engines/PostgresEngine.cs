using KremlinArchive.Store.Leases;
using KremlinArchive.Store.Moves;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace KremlinArchive.Store.Engines;

/// <summary>All that is particular to PostgreSQL: how several programs write one after the other, and what its errors mean.</summary>
internal sealed class PostgresEngine(ArchiveConnection connection) : ArchiveEngine
{
    // The letters KREMLARC as a number: whoever holds this lock of the database writes the archive.
    private const long WriteLock = 0x4B52454D4C415243;

    private static readonly TimeSpan LongestMigration = TimeSpan.FromHours(12);

    private readonly PostgresErrors errors = new(connection);
    private readonly PostgresListener listener = new(connection);

    /// <inheritdoc/>
    public override Func<ArchiveContext> Contexts() => Pool<PostgresContext>();

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(connection.Text);

    /// <summary>True if the database holds an archive's tables.</summary>
    public async Task<bool> IsThereAsync(CancellationToken cancellation)
    {
        try
        {
            await using var context = Contexts()();
            await context.Database.OpenConnectionAsync(cancellation);
            return await context.GetService<IHistoryRepository>().ExistsAsync(cancellation);
        }
        catch (Exception error) when (Explain(error) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Brings the tables up to date under the write lock. The database itself is made by whoever runs the server: a mistyped name is no empty archive.</summary>
    public override async Task PrepareAsync(ArchiveContext context, CancellationToken cancellation)
    {
        // Opened first and by itself, so that what is wrong with the server, the database or the password is what is told.
        await context.Database.OpenConnectionAsync(cancellation);
        if (!await IsBehindAsync(context, cancellation))
            return;
        context.Database.SetCommandTimeout(LongestMigration);
        // Held by the connection: the lock ends with the process, however that ends. Writers take the same one and wait.
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({WriteLock})", cancellation);
        try
        {
            await context.Database.MigrateAsync(cancellation);
        }
        finally
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({WriteLock})", CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public override async Task<IDbContextTransaction> BeginReadAsync(DatabaseFacade database, CancellationToken cancellation)
    {
        var transaction = await database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        await database.ExecuteSqlRawAsync("SET TRANSACTION READ ONLY", cancellation);
        return transaction;
    }

    /// <summary>
    /// Takes the write lock before anything is read. A transaction gives it back after its commit has become visible, so that whoever has it sees all numbers
    /// that were taken before, and readers see them in order and without gaps. Each statement must see what is there when it begins: a snapshot of the whole
    /// transaction would be one from before the wait.
    /// </summary>
    public override async Task<IDbContextTransaction> BeginWriteAsync(DatabaseFacade database, CancellationToken cancellation)
    {
        var transaction = await database.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancellation);
        try
        {
            await database.ExecuteSqlAsync($"SET LOCAL lock_timeout = '30s'; SELECT pg_advisory_xact_lock({WriteLock})", cancellation);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>The server checks a page when it reads it, where the database was made with checksums, and counts what did not hold.</summary>
    public override async Task<IReadOnlyList<string>> ProblemsAsync(DatabaseFacade database, CancellationToken cancellation)
    {
        var failures = await database.SqlQuery<long>($"""SELECT COALESCE(checksum_failures, 0) AS "Value" FROM pg_stat_database WHERE datname = current_database()""").SingleAsync(cancellation);
        var invalid = await database.SqlQuery<string>($"""SELECT indexrelid::regclass::text AS "Value" FROM pg_index WHERE NOT indisvalid""").ToListAsync(cancellation);
        return
        [
            .. failures > 0 ? (string[])[$"{failures} pages that the server read were damaged. Once they are mended, SELECT pg_stat_reset() begins to count anew."] : [],
            .. invalid.Select(index => $"The index {index} is not valid: REINDEX builds it anew."),
        ];
    }

    /// <inheritdoc/>
    public override async Task FillAsync(ArchiveContext source, ArchiveContext copy, CancellationToken cancellation)
    {
        await using var transaction = await BeginReadAsync(source.Database, cancellation);
        await RowCopy.FillAsync(source, copy, cancellation);
    }

    /// <inheritdoc/>
    public override Task AppendAsync(DatabaseFacade database, MovedTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation) =>
        PostgresRows.AppendAsync(database, table, rows, cancellation);

    /// <inheritdoc/>
    public override Task SettleAsync(DatabaseFacade database, IReadOnlyList<MovedTable> tables, CancellationToken cancellation) =>
        PostgresRows.SettleAsync(database, tables, cancellation);

    /// <inheritdoc/>
    public override ArchiveUnavailableException? Explain(Exception error) => errors.Explain(error);

    /// <summary>A server that dies takes its connections with it, and the next one is of another server, or of the same after its start.</summary>
    public override bool MayReadAgain(Exception error) => PostgresErrors.IsOfConnection(error);

    /// <inheritdoc/>
    public override Task<bool> IsStandbyAsync(DatabaseFacade database, CancellationToken cancellation) =>
        database.SqlQuery<bool>($"""SELECT pg_is_in_recovery() AS "Value" """).SingleAsync(cancellation);

    /// <inheritdoc/>
    public override Task<ArchiveLease?> TakeLeaseAsync(ArchiveDatabase database, string name, TimeProvider beat, CancellationToken cancellation) =>
        SessionLease.TakeAsync(connection, name, cancellation);

    /// <inheritdoc/>
    public override Task<ArchiveLease?> TakeTurnAsync(CancellationToken cancellation) => SessionLease.TakeAsync(connection, "importing", cancellation);

    /// <inheritdoc/>
    public override Task<bool> WaitForChangeAsync(CancellationToken cancellation) => listener.WaitAsync(cancellation);

    /// <inheritdoc/>
    public override void Close()
    {
        listener.Dispose();
        using var pooled = new NpgsqlConnection(connection.Text);
        NpgsqlConnection.ClearPool(pooled);
    }
}

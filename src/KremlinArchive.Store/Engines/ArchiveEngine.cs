using KremlinArchive.Store.Leases;
using KremlinArchive.Store.Moves;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace KremlinArchive.Store.Engines;

/// <summary>What lies below the archive: how its database is opened, read in one state, written by one at a time, and what its errors mean.</summary>
internal abstract class ArchiveEngine
{
    /// <summary>The file of the database; null where a server keeps it.</summary>
    public virtual string? File => null;

    /// <summary>The engine that these options mean, which may create the database.</summary>
    public static ArchiveEngine Of(ArchiveStoreOptions options) =>
        options.Connection is { } connection ? new PostgresEngine(connection) : SqliteEngine.ForWriting(options.DataDirectory);

    /// <summary>Gives out contexts that do not track what they read.</summary>
    public abstract Func<ArchiveContext> Contexts();

    /// <summary>Tells a context which database it is of.</summary>
    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>Creates the tables or brings them up to date. Of several programs that start at once one does, and the others wait.</summary>
    public abstract Task PrepareAsync(ArchiveContext context, CancellationToken cancellation);

    /// <summary>The same database for reading alone, where an error says that it cannot be written; null where that is no help.</summary>
    public virtual ArchiveEngine? Readable(ArchiveUnavailableException refused) => null;

    /// <summary>Begins a transaction that only reads: several queries see one state.</summary>
    public abstract Task<IDbContextTransaction> BeginReadAsync(DatabaseFacade database, CancellationToken cancellation);

    /// <summary>
    /// Begins a transaction that writes. It holds the archive's only write lock from here to its commit, so that what it reads stays true and numbers taken
    /// in it become visible in order.
    /// </summary>
    public abstract Task<IDbContextTransaction> BeginWriteAsync(DatabaseFacade database, CancellationToken cancellation);

    /// <summary>What is wrong with the database's pages and indexes, in the engine's words; empty if nothing is.</summary>
    public abstract Task<IReadOnlyList<string>> ProblemsAsync(DatabaseFacade database, CancellationToken cancellation);

    /// <summary>Copies what is known of records into a new SQLite database: everything but accounts, outcomes and the bytes of captures.</summary>
    /// <param name="source">A context of this engine, of no other use.</param>
    /// <param name="copy">The database copied into; its tables are there and empty.</param>
    public abstract Task FillAsync(ArchiveContext source, ArchiveContext copy, CancellationToken cancellation);

    /// <summary>Adds rows of another database to a table, in the transaction under way and as fast as the engine can.</summary>
    public abstract Task AppendAsync(DatabaseFacade database, MovedTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation);

    /// <summary>Prepares tables for use that rows were added to with their keys.</summary>
    public virtual Task SettleAsync(DatabaseFacade database, IReadOnlyList<MovedTable> tables, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>What an error of the database means, for people; null if it is none that people can do something about.</summary>
    public abstract ArchiveUnavailableException? Explain(Exception error);

    /// <summary>True if what was read may be read again at once: the connection was lost, and the next one may be had.</summary>
    public virtual bool MayReadAgain(Exception error) => false;

    /// <summary>True if what is read here is a copy of the archive that may lag behind it.</summary>
    public virtual Task<bool> IsStandbyAsync(DatabaseFacade database, CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>Takes a duty that one program at a time has.</summary>
    /// <param name="database">The database of this engine.</param>
    /// <param name="beat">The clock by which it is prolonged, where that is needed.</param>
    /// <returns>The lease; null if another has it.</returns>
    public virtual Task<ArchiveLease?> TakeLeaseAsync(ArchiveDatabase database, string name, TimeProvider beat, CancellationToken cancellation) =>
        RowLease.TakeAsync(database, name, beat, cancellation);

    /// <summary>Takes the turn to import files, where nodes of a shared archive import one after the other; null while another has it.</summary>
    public virtual Task<ArchiveLease?> TakeTurnAsync(CancellationToken cancellation) => Task.FromResult<ArchiveLease?>(FreeTurn.Instance);

    /// <summary>Waits until there may be another change to be seen; not at all where that can only be found by looking.</summary>
    /// <returns>True if the engine told of one.</returns>
    public virtual Task<bool> WaitForChangeAsync(CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>Closes the connections that are kept open.</summary>
    public abstract void Close();

    /// <summary>True if the database was written by an older version of the program, or is empty.</summary>
    public static async Task<bool> IsBehindAsync(ArchiveContext context, CancellationToken cancellation) =>
        (await context.Database.GetPendingMigrationsAsync(cancellation)).Any();

    protected Func<ArchiveContext> Pool<T>()
        where T : ArchiveContext
    {
        var options = new DbContextOptionsBuilder<T>()
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            // That the migrations make the model is tested; to compare them at every start takes longer than to migrate.
            .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.FirstWithoutOrderByAndFilterWarning, RelationalEventId.PendingModelChangesWarning));
        Configure(options);
        return new PooledDbContextFactory<T>(options.Options).CreateDbContext;
    }
}

using KremlinArchive.Records;
using KremlinArchive.Store;
using KremlinArchive.Store.Reading;
using KremlinArchive.Store.Runs;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Tests.Support;

/// <summary>A real archive in a directory of its own or, with PostgreSQL, in a database of its own.</summary>
internal sealed class TempArchive : IDisposable
{
    private static readonly Lazy<Task<byte[]>> Empty = new(async () =>
    {
        using var directory = new TempDirectory();
        (await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = directory.Path }, CancellationToken.None)).Dispose();
        return await File.ReadAllBytesAsync(directory.At("archive.db"), CancellationToken.None);
    });

    private readonly TempDirectory directory;
    private readonly string? database;

    private TempArchive(TempDirectory directory, string? database, ArchiveStoreOptions options)
    {
        this.directory = directory;
        this.database = database;
        Options = options;
    }

    public ArchiveStore Store { get; private set; } = null!;

    /// <summary>How it is opened.</summary>
    public ArchiveStoreOptions Options { get; }

    public string Directory => directory.Path;

    /// <param name="engine">What keeps it; a test of PostgreSQL is skipped where there is none.</param>
    /// <param name="clock">The clock; the real one if it is not given.</param>
    public static async Task<TempArchive> CreateAsync(Engine engine = Engine.Sqlite, TimeProvider? clock = null)
    {
        var database = engine == Engine.Postgres ? await PostgresServer.NewArchiveAsync() : null;
        var directory = new TempDirectory();
        // To make the tables takes a third of all that a test of an archive does; so they are made once.
        if (database is null)
            await File.WriteAllBytesAsync(directory.At("archive.db"), await Empty.Value, TestContext.Current.CancellationToken);
        var options = database is null ? new ArchiveStoreOptions { DataDirectory = directory.Path } : PostgresServer.In(database, directory.Path);
        var archive = new TempArchive(directory, database, options with { Clock = clock ?? TimeProvider.System });
        archive.Store = await archive.OpenAgainAsync();
        return archive;
    }

    public static Task<ArchiveStore> OpenAsync(string directory) =>
        ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = directory }, TestContext.Current.CancellationToken);

    /// <summary>Opens the archive once more, as another program would.</summary>
    public Task<ArchiveStore> OpenAgainAsync() => ArchiveStore.OpenAsync(Options, TestContext.Current.CancellationToken);

    /// <summary>Runs an import of these pages, a batch.</summary>
    public async Task<IReadOnlyList<PageOutcome>> ImportAsync(params ReadPage[] pages)
    {
        var run = await Store.Ledger.BeginAsync("test", startedBy: null, TestContext.Current.CancellationToken);
        var outcomes = await Store.Ledger.SaveAsync(run, pages, TestContext.Current.CancellationToken);
        await Store.Ledger.EndAsync(run, null, TestContext.Current.CancellationToken);
        return outcomes;
    }

    public async Task<StoredRecord?> FindAsync(string id) => (await Store.Records.FindAsync(RecordId.Parse(id)!, TestContext.Current.CancellationToken)).Found;

    /// <summary>Alters rows past the store, and past what keeps them from referring to nothing.</summary>
    /// <param name="statements">SQL that both engines know; bytes are written as SQLite does, <c>X'00'</c>.</param>
    public async Task TamperAsync(string statements)
    {
        await using var context = Store.NewContext();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await context.Database.ExecuteSqlRawAsync(database is null ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica", TestContext.Current.CancellationToken);
        await context.Database.ExecuteSqlRawAsync(database is null ? statements : statements.Replace("X'", @"'\x", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await context.Database.ExecuteSqlRawAsync(database is null ? "PRAGMA foreign_keys = ON" : "RESET session_replication_role", TestContext.Current.CancellationToken);
    }

    /// <summary>Ends every connection to the archive's database, as a server does that goes down.</summary>
    public Task CutOffAsync() => PostgresServer.CutOffAsync(database!);

    /// <summary>Lets the archive's database only be read, as a standby, or be written again.</summary>
    public Task SetReadOnlyAsync(bool isReadOnly) => PostgresServer.SetReadOnlyAsync(database!, isReadOnly);

    /// <summary>Lets the archive's database say of itself that it is a standby's, or not.</summary>
    public Task SetStandbyAsync(bool isStandby) => PostgresServer.SetStandbyAsync(database!, isStandby);

    /// <summary>All that the engine keeps, as text.</summary>
    public async Task<string> KeptAsync()
    {
        if (database is null)
            return string.Concat(System.IO.Directory.EnumerateFiles(directory.Path).Select(File.ReadAllText));
        await using var context = Store.NewContext();
        return await context.Database.SqlQuery<string>($"""SELECT schema_to_xml('public', TRUE, FALSE, '')::text AS "Value" """).SingleAsync(TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Store.Dispose();
        if (database is not null)
            PostgresServer.ReturnAsync(database).GetAwaiter().GetResult();
        directory.Dispose();
    }
}

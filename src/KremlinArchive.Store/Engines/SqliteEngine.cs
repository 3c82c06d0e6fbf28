using System.Reflection;
using KremlinArchive.Store.Backups;
using KremlinArchive.Store.Moves;
using KremlinArchive.Store.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace KremlinArchive.Store.Engines;

/// <summary>All that is particular to SQLite: how the database is opened, written by one at a time, and what its errors mean.</summary>
internal sealed class SqliteEngine : ArchiveEngine
{
    private const int Full = 13;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int Corrupt = 11;
    private const int Busy = 5;
    private const int Locked = 6;

    private const UnixFileMode OwnersOwn = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string connection;

    private SqliteEngine(string file, string source, SqliteOpenMode mode, bool? keepsReferences = null)
    {
        File = file;
        connection = new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, DefaultTimeout = 30, ForeignKeys = keepsReferences }.ToString();
    }

    /// <summary>The names of the migrations that this version knows.</summary>
    public static IReadOnlyList<string> Migrations { get; } =
        [.. typeof(ArchiveContext).Assembly.GetTypes().Where(IsOurs).Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>()];

    /// <inheritdoc/>
    public override string File { get; }

    /// <summary>True if the directory holds a database.</summary>
    public static bool IsIn(string dataDirectory) => System.IO.File.Exists(FileIn(dataDirectory));

    /// <summary>The database of a directory, created where there is none.</summary>
    public static SqliteEngine ForWriting(string dataDirectory)
    {
        var file = FileIn(dataDirectory);
        return new SqliteEngine(file, file, SqliteOpenMode.ReadWriteCreate);
    }

    /// <summary>A database that is copied into without all that its rows refer to.</summary>
    public static SqliteEngine ForCopy(string directory)
    {
        var file = FileIn(directory);
        return new SqliteEngine(file, file, SqliteOpenMode.ReadWriteCreate, keepsReferences: false);
    }

    /// <summary>The database of a directory that this process may not write; null where there is none.</summary>
    public static SqliteEngine? ForReading(string dataDirectory)
    {
        var file = FileIn(dataDirectory);
        if (!System.IO.File.Exists(file))
            return null;
        // Without a log beside it the file is all there is, and SQLite need not create one to read it.
        var source = System.IO.File.Exists(file + "-wal") ? file : $"file:{Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1";
        return new SqliteEngine(file, source, SqliteOpenMode.ReadOnly);
    }

    /// <inheritdoc/>
    public override Func<ArchiveContext> Contexts() => Pool<ArchiveContext>();

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options) => options.UseSqlite(connection);

    /// <summary>Creates the database or brings it up to date, with the write-ahead log on: readers never wait for a writer.</summary>
    public override async Task PrepareAsync(ArchiveContext context, CancellationToken cancellation)
    {
        KeepToOwner();
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellation);
        if (!await IsBehindAsync(context, cancellation))
            return;
        await using var turn = await FileTurn.TakeAsync(File + ".migrating", cancellation);
        // The turn ends with the process. The lock that EF keeps in a table would outlive a kill and stop every later start.
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\";", cancellation);
        await context.Database.MigrateAsync(cancellation);
    }

    /// <summary>On a disk that turned read-only, or to a user without the right, the archive can still be read and searched.</summary>
    public override ArchiveEngine? Readable(ArchiveUnavailableException refused) =>
        IsReadOnly(refused) ? ForReading(Path.GetDirectoryName(File)!) : null;

    /// <inheritdoc/>
    public override async Task<IDbContextTransaction> BeginReadAsync(DatabaseFacade database, CancellationToken cancellation)
    {
        await database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)database.GetDbConnection();
        return (await database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellation))!;
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> ProblemsAsync(DatabaseFacade database, CancellationToken cancellation) =>
        SqliteFile.ProblemsAsync((SqliteConnection)database.GetDbConnection(), thorough: true, cancellation);

    /// <summary>Closes the connections that are kept open, which folds the log into the database.</summary>
    public override void Close()
    {
        using var pooled = new SqliteConnection(connection);
        SqliteConnection.ClearPool(pooled);
    }

    /// <inheritdoc/>
    public override Task<IDbContextTransaction> BeginWriteAsync(DatabaseFacade database, CancellationToken cancellation) =>
        // Serializable is what Microsoft.Data.Sqlite begins with BEGIN IMMEDIATE: the lock is taken at once.
        database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancellation);

    /// <inheritdoc/>
    public override ArchiveUnavailableException? Explain(Exception error) =>
        CodeOf(error) is { } code && Explain(code) is { } message ? new ArchiveUnavailableException(message, error) : null;

    /// <summary>True if the error says that the database may be read but not written.</summary>
    private static bool IsReadOnly(ArchiveUnavailableException explained) =>
        explained.InnerException is { } error && CodeOf(error) is ReadOnly or CannotOpen;

    /// <summary>True if an error's code says that the database's file is damaged or none.</summary>
    public static bool IsDamage(int code) => code is Corrupt or NotADatabase;

    /// <summary>The file of a directory's database.</summary>
    public static string FileIn(string dataDirectory) => Path.Combine(dataDirectory, "archive.db");

    /// <inheritdoc/>
    public override Task FillAsync(ArchiveContext source, ArchiveContext copy, CancellationToken cancellation) => SqliteCopy.FillAsync(this, copy, cancellation);

    /// <inheritdoc/>
    public override Task AppendAsync(DatabaseFacade database, MovedTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation) =>
        new MovedRows(database, table).AppendAsync(rows, cancellation);

    private static bool IsOurs(Type type) => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(ArchiveContext);

    private static int? CodeOf(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException sqlite)
                return sqlite.SqliteErrorCode;
        }

        return null;
    }

    /// <summary>The database holds what opens accounts: only its owner may read it, and the log beside it, which takes after it.</summary>
    private void KeepToOwner()
    {
        try
        {
            if (!System.IO.File.Exists(File))
                BackupFile.CreateEmpty(File);
            else if (!OperatingSystem.IsWindows() && System.IO.File.GetUnixFileMode(File) is var mode && (mode & ~OwnersOwn) != 0)
                System.IO.File.SetUnixFileMode(File, mode & OwnersOwn);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // Another one made it just now, or it is not this user's to change. Where it cannot be written, the engine says so.
        }
    }

    private string? Explain(int code) => code switch
    {
        Full => $"The disk that holds {File} is full. What was acknowledged is kept; make room and import again.",
        ReadOnly => $"{File} cannot be written: the file, its directory or the disk is read-only. Give the program the right to write there.",
        InputOutput => $"Reading or writing {File} failed. What was acknowledged is kept; look at the disk.",
        CannotOpen => $"{File} cannot be opened. The directory must exist and the program must be allowed to read and write it.",
        NotADatabase => $"{File} is not an archive's database. Move it away, or name another data directory.",
        Corrupt => $"{File} is damaged. Restore it from a backup, or move it away and import again.",
        Busy or Locked => $"{File} is being written by another program and did not become free in time. Try again.",
        _ => null,
    };
}

using System.Collections.Concurrent;
using System.Globalization;
using KremlinArchive.Store;
using Npgsql;

namespace KremlinArchive.Tests.Support;

/// <summary>The PostgreSQL server that <c>tests/run</c> starts for all tests. Tests that need it are skipped where there is none.</summary>
internal static class PostgresServer
{
    private const string Variable = "KREMLIN_ARCHIVE_POSTGRES";

    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable);

    // To make a database with its tables takes a second, to empty one a hundredth of it.
    private static readonly ConcurrentBag<string> Emptied = [];

    private static int databases;

    /// <summary>A database of its own with the tables of an archive; the test is skipped where there is no server.</summary>
    /// <returns>Its name.</returns>
    public static async Task<string> NewArchiveAsync()
    {
        if (Emptied.TryTake(out var emptied))
            return emptied;
        var made = await NewDatabaseAsync();
        (await ArchiveStore.OpenAsync(In(made, Path.GetTempPath()), CancellationToken.None)).Dispose();
        return made;
    }

    /// <summary>Takes back the database of an archive, for the next test.</summary>
    public static async Task ReturnAsync(string database)
    {
        await ExecuteAsync(database, """
            SET session_replication_role = replica;
            DO $$
            DECLARE name text;
            BEGIN
                FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '__EFMigrationsHistory' LOOP
                    EXECUTE format('DELETE FROM %I', name);
                END LOOP;
                FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
                    EXECUTE format('ALTER SEQUENCE %I RESTART', name);
                END LOOP;
            END $$
            """);
        Emptied.Add(database);
    }

    /// <summary>A database without tables; the test is skipped where there is no server.</summary>
    /// <returns>Its name.</returns>
    public static async Task<string> NewDatabaseAsync()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Server), $"There is no PostgreSQL server: tests/run starts one and names it in {Variable}.");
        var name = string.Create(CultureInfo.InvariantCulture, $"archive_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}");
        await ExecuteAsync(null, $"CREATE DATABASE {name}");
        return name;
    }

    /// <summary>How an archive in such a database is opened.</summary>
    public static ArchiveStoreOptions In(string database, string dataDirectory) =>
        new() { DataDirectory = dataDirectory, Connection = ArchiveConnection.Parse(ConnectionTo(database)) };

    /// <summary>The connection string of a database, with parts of it replaced.</summary>
    public static string ConnectionTo(string database, params (string Name, object Value)[] parts)
    {
        var connection = new NpgsqlConnectionStringBuilder(Server) { Database = database };
        foreach (var (name, value) in parts)
            connection[name] = value;
        return connection.ToString();
    }

    /// <summary>Removes a database, whoever is still in it.</summary>
    public static Task DropAsync(string database) => ExecuteAsync(null, $"DROP DATABASE {database} WITH (FORCE)");

    /// <summary>Ends every connection to a database, as a server does that goes down.</summary>
    public static async Task CutOffAsync(string database)
    {
        await ExecuteAsync(null, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
        // The tests' own connections, too.
        await using var own = new NpgsqlConnection(ConnectionTo(database));
        NpgsqlConnection.ClearPool(own);
    }

    /// <summary>Lets a database only be read, as that of a standby, or be written again; whoever is connected must connect anew.</summary>
    public static async Task SetReadOnlyAsync(string database, bool isReadOnly)
    {
        await ExecuteAsync(null, $"ALTER DATABASE {database} SET default_transaction_read_only = {(isReadOnly ? "on" : "off")}");
        await CutOffAsync(database);
    }

    /// <summary>Lets a database say of itself that it is a standby's, or not.</summary>
    public static async Task SetStandbyAsync(string database, bool isStandby)
    {
        // What is searched before the server's own functions hides them.
        await ExecuteAsync(database, isStandby
            ? $"CREATE SCHEMA said; CREATE FUNCTION said.pg_is_in_recovery() RETURNS boolean LANGUAGE sql AS 'SELECT true'; ALTER DATABASE {database} SET search_path = said, pg_catalog, public"
            : $"DROP SCHEMA said CASCADE; ALTER DATABASE {database} RESET search_path");
        await CutOffAsync(database);
    }

    /// <summary>Takes a database away from whoever uses it, or gives it back.</summary>
    public static async Task SetAwayAsync(string database, bool isAway)
    {
        if (isAway)
        {
            await ExecuteAsync(null, $"ALTER DATABASE {database} WITH ALLOW_CONNECTIONS false");
            await CutOffAsync(database);
        }
        else
        {
            await ExecuteAsync(null, $"ALTER DATABASE {database} WITH ALLOW_CONNECTIONS true");
        }
    }

    /// <summary>Does something in a database, or in the server's own, past the store.</summary>
    public static async Task ExecuteAsync(string? database, string statements)
    {
        await using var connection = new NpgsqlConnection(database is null ? Server : ConnectionTo(database));
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}

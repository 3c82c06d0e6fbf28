using System.Globalization;
using KremlinArchive.Store;
using Npgsql;

namespace KremlinArchive.Tests.Support;

/// <summary>The PostgreSQL server that <c>tests/run</c> starts for all tests. Tests that need it are skipped where there is none.</summary>
internal static class PostgresServer
{
    private const string Variable = "KREMLIN_ARCHIVE_POSTGRES";

    private static readonly Lazy<Task<string>> Migrated = new(async () =>
    {
        var template = await CreateAsync("");
        (await ArchiveStore.OpenAsync(In(template, Path.GetTempPath()), CancellationToken.None)).Dispose();
        return template;
    });

    private static int databases;

    /// <summary>A database of its own with the tables of an archive; the test is skipped where there is no server.</summary>
    /// <returns>Its name.</returns>
    public static async Task<string> NewArchiveAsync()
    {
        Need();
        // To make the tables takes a second; to copy them, a twentieth of one.
        return await CreateAsync($" TEMPLATE {await Migrated.Value}");
    }

    /// <summary>A database without tables; the test is skipped where there is no server.</summary>
    /// <returns>Its name.</returns>
    public static Task<string> NewDatabaseAsync()
    {
        Need();
        return CreateAsync("");
    }

    /// <summary>How an archive in such a database is opened.</summary>
    public static ArchiveStoreOptions In(string database, string dataDirectory) =>
        new() { DataDirectory = dataDirectory, Connection = ArchiveConnection.Parse(ConnectionTo(database)) };

    /// <summary>The connection string of a database, with parts of it replaced.</summary>
    public static string ConnectionTo(string database, params (string Name, object Value)[] parts)
    {
        var connection = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)) { Database = database };
        foreach (var (name, value) in parts)
            connection[name] = value;
        return connection.ToString();
    }

    /// <summary>The connection string of an archive's database.</summary>
    public static string ConnectionOf(TempArchive archive) => archive.Options.Connection!.Text;

    /// <summary>Does something in a database, past the store.</summary>
    public static async Task ExecuteAsync(string database, string statements)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo(database, ("Pooling", false)));
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>Removes a database, whoever is still in it.</summary>
    public static void Drop(string database)
    {
        using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable(Variable));
        connection.Open();
        using var command = new NpgsqlCommand($"DROP DATABASE {database} WITH (FORCE)", connection);
        command.ExecuteNonQuery();
    }

    private static void Need() =>
        Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)), $"There is no PostgreSQL server: tests/run starts one and names it in {Variable}.");

    private static async Task<string> CreateAsync(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"archive_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}");
        await using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable(Variable));
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}{template}", connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
        return name;
    }
}

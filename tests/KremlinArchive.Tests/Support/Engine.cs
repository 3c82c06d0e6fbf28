namespace KremlinArchive.Tests.Support;

/// <summary>What keeps the archive of a test.</summary>
public enum Engine
{
    /// <summary>SQLite, in the data directory.</summary>
    Sqlite,

    /// <summary>A real PostgreSQL server.</summary>
    Postgres,
}

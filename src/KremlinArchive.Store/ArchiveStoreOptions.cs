namespace KremlinArchive.Store;

/// <summary>Where an archive is kept.</summary>
public sealed record ArchiveStoreOptions
{
    /// <summary>Absolute path of the directory that holds the index and, unless a server keeps it, the database.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The PostgreSQL database that keeps the archive; null for SQLite in the data directory.</summary>
    public ArchiveConnection? Connection { get; init; }

    /// <summary>Imports stop when the disk has fewer bytes left.</summary>
    public long LeastFree { get; init; } = 512L * 1024 * 1024;

    /// <summary>Measures how many bytes the disk of a path has left; a test gives its own measure.</summary>
    public Func<string, long> FreeSpace { get; init; } = DiskRoom.Measure;

    /// <summary>Names for people where the archive is kept, without a password.</summary>
    internal string Place => Connection?.ToString() ?? DataDirectory;

    /// <summary>The clock; a test gives its own.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

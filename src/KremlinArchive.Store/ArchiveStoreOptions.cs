namespace KremlinArchive.Store;

/// <summary>Where an archive is kept.</summary>
public sealed record ArchiveStoreOptions
{
    /// <summary>Absolute path of the directory that holds the database and the index.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The clock; a test gives its own.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

using KremlinArchive.Search;
using KremlinArchive.Store;

namespace KremlinArchive.Cli;

/// <summary>An archive opened for one command: its store and its index.</summary>
internal sealed class OpenArchive : IDisposable
{
    // Nobody searches through this process while it imports, so the index may follow in fewer and larger commits.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(3);

    private OpenArchive(string dataDirectory, ArchiveStore store, ArchiveIndex index)
    {
        DataDirectory = dataDirectory;
        Store = store;
        Index = index;
    }

    /// <summary>Absolute path of the directory of the database and the index.</summary>
    public string DataDirectory { get; }

    public ArchiveStore Store { get; }

    public ArchiveIndex Index { get; }

    public static async Task<OpenArchive> OpenAsync(string dataDirectory, CancellationToken cancellation)
    {
        var store = await OpenStoreAsync(dataDirectory, cancellation);
        return new OpenArchive(dataDirectory, store, ArchiveIndex.Open(new ArchiveIndexOptions { Directory = ArchiveLocation.IndexIn(dataDirectory), PollInterval = BetweenLooks }, store.Changes));
    }

    /// <summary>Opens an archive that must be there: to a command that reads, a mistyped directory is no empty archive.</summary>
    /// <exception cref="ArchiveUnavailableException">There is none.</exception>
    public static async Task<OpenArchive> OpenExistingAsync(string dataDirectory, CancellationToken cancellation) =>
        await OpenAsync(await ExistingAsync(dataDirectory, cancellation), cancellation);

    /// <summary>Opens the store alone of an archive that must be there.</summary>
    /// <exception cref="ArchiveUnavailableException">There is none.</exception>
    public static async Task<ArchiveStore> OpenExistingStoreAsync(string dataDirectory, CancellationToken cancellation) =>
        await OpenStoreAsync(await ExistingAsync(dataDirectory, cancellation), cancellation);

    /// <summary>The directory, if there is an archive where it is to be opened.</summary>
    /// <exception cref="ArchiveUnavailableException">There is none.</exception>
    public static async Task<string> ExistingAsync(string dataDirectory, CancellationToken cancellation)
    {
        var options = ArchiveOptions.Store(dataDirectory);
        if (await ArchiveStore.ExistsAsync(options, cancellation))
            return dataDirectory;
        throw new ArchiveUnavailableException(options.Connection is { } connection
            ? $"There is no archive in {connection}. Import something first, or name another database."
            : $"There is no archive in {dataDirectory}. Import something first, or name another directory with --data.");
    }

    /// <summary>Opens the store alone, and makes one where there is none.</summary>
    public static Task<ArchiveStore> OpenStoreAsync(string dataDirectory, CancellationToken cancellation) =>
        ArchiveStore.OpenAsync(ArchiveOptions.Store(dataDirectory), cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        Index.Dispose();
        Store.Dispose();
    }
}

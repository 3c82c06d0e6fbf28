using KremlinArchive.Search;
using KremlinArchive.Store;

namespace KremlinArchive.Cli;

/// <summary>An archive opened for one command: its store and its index.</summary>
internal sealed class OpenArchive : IDisposable
{
    private OpenArchive(ArchiveLocation location, ArchiveStore store, ArchiveIndex index)
    {
        Location = location;
        Store = store;
        Index = index;
    }

    public ArchiveLocation Location { get; }

    public ArchiveStore Store { get; }

    public ArchiveIndex Index { get; }

    public static async Task<OpenArchive> OpenAsync(ArchiveLocation location, CancellationToken cancellation)
    {
        var store = await OpenStoreAsync(location, cancellation);
        return new OpenArchive(location, store, ArchiveIndex.Open(new ArchiveIndexOptions { Directory = location.IndexDirectory }, store.Changes));
    }

    /// <summary>Opens the store alone, for commands that need no index.</summary>
    public static Task<ArchiveStore> OpenStoreAsync(ArchiveLocation location, CancellationToken cancellation) =>
        ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = location.DataDirectory }, cancellation);

    /// <inheritdoc/>
    public void Dispose() => Index.Dispose();
}

using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Store;

/// <summary>An open archive: the way in to all that the store offers.</summary>
public sealed class ArchiveStore : IAsyncDisposable
{
    /// <summary>Opens the archive, creating or migrating its database where needed.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be opened; the message says why and what to do.</exception>
    public static Task<ArchiveStore> OpenAsync(ArchiveStoreOptions options, CancellationToken cancellation) => throw new InvalidOperationException();

    public required ChangeFeed Changes { get; init; }

    public required ImportLedger Ledger { get; init; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

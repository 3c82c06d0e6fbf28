using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store.Changes;

namespace KremlinArchive.Search;

/// <summary>
/// The index of an archive: the store's shadow, which answers searches. One process at a time, the holder of the index
/// lock, writes it; any other reads what that one commits.
/// </summary>
public sealed class ArchiveIndex : IDisposable
{
    private ArchiveIndex()
    {
    }

    /// <summary>True if this process holds the index lock.</summary>
    public bool IsWriter => Health.IsWriter;

    /// <summary>The number of the last change that searches see; 0 in an empty index.</summary>
    public long IndexedChange => Health.IndexedChange;

    /// <summary>How the index stands.</summary>
    public IndexHealth Health => throw new NotSupportedException();

    /// <summary>
    /// Opens what is there, at once: a missing, damaged or outdated index is rebuilt by the first <see cref="CatchUpAsync"/>, not here.
    /// Takes the index lock if it is free.
    /// </summary>
    public static ArchiveIndex Open(ArchiveIndexOptions options, ChangeFeed changes) => throw new NotSupportedException();

    /// <summary>
    /// Indexes up to the log's head as it is when the call begins or later, rebuilding first where needed. Without the index lock: only
    /// refreshes what searches see.
    /// </summary>
    /// <exception cref="IndexWriteException">The index could not be written; what was committed before still answers, and a later call starts from there.</exception>
    public Task CatchUpAsync(CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>
    /// Follows the log until cancelled: catches up whenever its head moves, survives write errors (they show in <see cref="Health"/>)
    /// and takes the lock over when its holder ends. Returns when cancelled.
    /// </summary>
    public Task FollowAsync(CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Builds the index anew from the whole log beside the present one, which answers until the new one takes its place.</summary>
    /// <exception cref="InvalidOperationException">Another process holds the index lock.</exception>
    /// <exception cref="IndexWriteException">The new index could not be written; the present one still answers.</exception>
    public Task RebuildAsync(CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Answers a request from what is indexed. Bounded in time and memory whatever the query.</summary>
    public SearchAnswer Search(SearchRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Marks in a whole record what a query matched, by the same analysis and as exactly as snippets do.</summary>
    public static MarkedRecord Mark(ArchiveRecord record, string query) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}

using KremlinArchive.Store.Changes;

namespace KremlinArchive.Search.Indexing;

/// <summary>The change log that an index follows, and how far it is known to go. Any thread may ask.</summary>
internal sealed class FollowedLog(ChangeFeed changes)
{
    private long head = -1;

    /// <summary>The number of the newest change when the log was last asked; null before that.</summary>
    public long? Head => Interlocked.Read(ref head) is >= 0 and var known ? known : null;

    /// <summary>The number of the newest change.</summary>
    public async Task<long> HeadAsync(CancellationToken cancellation)
    {
        var newest = await changes.HeadAsync(cancellation);
        Interlocked.Exchange(ref head, newest);
        return newest;
    }

    /// <summary>False for a commit made from another log, or from changes that this one has lost.</summary>
    public async Task<bool> HasAsync(CommitMark mark, CancellationToken cancellation) =>
        mark.Change == 0 || await changes.HashAtAsync(mark.Change, cancellation) == mark.Hash;
}

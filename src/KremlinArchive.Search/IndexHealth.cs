namespace KremlinArchive.Search;

/// <summary>How an index stands: what a health check and an admin look at.</summary>
/// <param name="IsWriter">True if this process holds the index lock; otherwise it only follows what the lock's holder commits.</param>
/// <param name="IndexedChange">The number of the last change that searches see; 0 in an empty index.</param>
/// <param name="Head">The number of the newest change when the log was last looked at; null before that.</param>
/// <param name="IsRebuilding">True while a new generation is built beside the one that answers.</param>
/// <param name="LastError">What the last attempt to write or refresh failed with; null once an attempt went well.</param>
/// <param name="LastErrorAt">When that was; null without an error.</param>
public sealed record IndexHealth(bool IsWriter, long IndexedChange, long? Head, bool IsRebuilding, string? LastError, DateTimeOffset? LastErrorAt)
{
    /// <summary>How many changes the index is behind the log as it was last seen; null before it was looked at.</summary>
    public long? Lag => Head is { } head ? LagBehind(head) : null;

    /// <summary>How many changes the index is behind a head of the log.</summary>
    public long LagBehind(long head) => Math.Max(0, head - IndexedChange);

    /// <summary>True if the index is no further behind a head of the log than is allowed, and is none that has only begun.</summary>
    public bool IsNear(long head, long mostBehind) => LagBehind(head) <= mostBehind && (head == 0 || IndexedChange > 0);
}

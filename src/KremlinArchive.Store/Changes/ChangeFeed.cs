namespace KremlinArchive.Store.Changes;

/// <summary>The change log as an index follows it: in order, without gaps, from any number on.</summary>
public sealed class ChangeFeed
{
    /// <summary>The number of the newest change; 0 in an empty archive.</summary>
    public Task<long> HeadAsync(CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>The changes after a number, oldest first, at most <paramref name="limit"/> of them; empty at the head.</summary>
    public Task<IReadOnlyList<RecordChange>> ReadAsync(long after, int limit, CancellationToken cancellation) => throw new InvalidOperationException();
}

using KremlinArchive.Search;
using KremlinArchive.Store.Changes;

namespace KremlinArchive.Web.Admin.Index;

/// <summary>How the index stands at one moment, for people.</summary>
/// <param name="Head">The number of the newest change.</param>
/// <param name="Health">What the index says of itself.</param>
/// <param name="IsRebuilding">True while it is built anew, or is about to be.</param>
/// <param name="Failure">What went wrong last, in a sentence; null if nothing did.</param>
internal sealed record IndexState(long Head, IndexHealth Health, bool IsRebuilding, string? Failure)
{
    /// <summary>How many changes the index has still to take in.</summary>
    public long Lag => Math.Max(0, Head - Health.IndexedChange);

    public static async Task<IndexState> ReadAsync(ArchiveIndex index, IndexRebuild rebuild, ChangeFeed changes, CancellationToken cancellation)
    {
        var head = await changes.HeadAsync(cancellation);
        var health = index.Health;
        return new IndexState(head, health, health.IsRebuilding || rebuild.IsUnderWay, health.LastError ?? rebuild.Failure);
    }
}

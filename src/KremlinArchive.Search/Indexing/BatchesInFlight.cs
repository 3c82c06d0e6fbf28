using KremlinArchive.Records;
using KremlinArchive.Search.Results;
using KremlinArchive.Store.Changes;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// Batches of changes that are written at once, a thread each: while one of them makes a segment of what it has, the others go on. Two states of a record are
/// written in their order.
/// </summary>
/// <param name="most">How many there may be.</param>
/// <param name="write">Writes a batch.</param>
internal sealed class BatchesInFlight(int most, Action<IReadOnlyList<RecordChange>> write)
{
    private readonly List<(Task Writing, HashSet<RecordId> Records)> running = [];

    /// <summary>Begins with a batch as soon as there is a place for it. Throws what made another one fail.</summary>
    public async Task AddAsync(IReadOnlyList<RecordChange> batch)
    {
        var records = batch.Select(change => change.Id).ToHashSet();
        while (running.Count >= most || running.Any(other => other.Records.Overlaps(records)))
        {
            await Task.WhenAny(running.Select(other => other.Writing));
            if (running.Any(other => other.Writing is { IsCompleted: true, IsCompletedSuccessfully: false }))
                await DrainAsync();
            running.RemoveAll(other => other.Writing.IsCompleted);
        }

        running.Add((Task.Run(() => write(batch)), records));
    }

    /// <summary>Waits until all are written, or have failed.</summary>
    /// <exception cref="Exception">The failure that tells the cause: after it, other threads only find the writer closed.</exception>
    public async Task DrainAsync()
    {
        var all = Task.WhenAll(running.Select(other => other.Writing));
        running.Clear();
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (all.Exception?.InnerExceptions.MinBy(Order) is { } cause)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(cause);
        await all;
    }

    private static int Order(Exception failure) => IndexView.IsDamage(failure) ? 0 : failure is ObjectDisposedException ? 2 : 1;
}

using System.Diagnostics;
using KremlinArchive.Search.Measuring;
using KremlinArchive.Store.Changes;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// Writes the changes that a generation lacks, batch after batch, several at once, while the next is read. Commits are rare, since each leaves a segment to be merged, and the
/// last comes at the end.
/// </summary>
internal sealed class MissingChanges(ArchiveIndexOptions options, ChangeFeed changes, FollowedLog log, IndexMeasures measures)
{
    // While a commit flushes, one thread works and the others wait. What a cut-off rebuild must do again is worth less, and where so many changes are
    // missing nobody waits for the last ones.
    private const int UnseenWait = 60, FarWait = 6, FarBehind = 5000;

    /// <summary>Writes until the log has no more.</summary>
    /// <param name="writer">Of the generation.</param>
    /// <param name="isShown">False if nobody sees it before its end.</param>
    /// <param name="beforeBatch">What is to be done before each batch.</param>
    /// <param name="afterCommit">What is to be done after each commit.</param>
    /// <param name="cancellation">Ends it; what was committed stands.</param>
    public async Task WriteAsync(GenerationWriter writer, bool isShown, Func<Task> beforeBatch, Action afterCommit, CancellationToken cancellation)
    {
        // How long the way is: what is told of the index says so from the first batch on.
        await log.HeadAsync(cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var writing = new BatchesInFlight(options.Threads, batch => writer.Write(batch, stop.Token));
        try
        {
            var committed = Stopwatch.GetTimestamp();
            for (var batch = await changes.ReadAsync(writer.Mark.Change, options.BatchSize, cancellation); batch.Count > 0;)
            {
                await beforeBatch();
                var (present, following) = (batch, changes.ReadAsync(batch[^1].Number, options.BatchSize, cancellation));
                await Task.WhenAll(writing.AddAsync(present), following);
                if (!isShown && IsNearlyThere(present[^1].Number))
                    writer.BeginSettling();
                measures.Wrote(present.Count);
                batch = await following;
                if (batch.Count > 0 && Stopwatch.GetElapsedTime(committed) < Interval(isShown, present[^1].Number))
                    continue;
                if (batch.Count == 0 && !isShown)
                    writer.LeaveTheRest();
                await writing.DrainAsync();
                await CommitAsync(writer, present[^1].Number, cancellation);
                afterCommit();

                // Last: what is committed is shown, whether the log can be asked or not.
                await log.HeadAsync(cancellation);
                committed = Stopwatch.GetTimestamp();
            }
        }
        finally
        {
            // The writer may be closed next, and nothing may be writing then.
            await stop.CancelAsync();
            await writing.DrainAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Big merges are made beside the last quarter then, and not after it by one thread.
    private bool IsNearlyThere(long written) => log.Head - written <= log.Head / 4;

    private TimeSpan Interval(bool isShown, long written) => options.CommitInterval * (!isShown ? UnseenWait : log.Head - written > FarBehind ? FarWait : 1);

    private async Task CommitAsync(GenerationWriter writer, long change, CancellationToken cancellation)
    {
        var hash = await changes.HashAtAsync(change, cancellation) ?? "";
        var began = Stopwatch.GetTimestamp();
        await Task.Run(() => writer.Commit(change, hash), cancellation);
        measures.Committed(Stopwatch.GetElapsedTime(began));
    }
}

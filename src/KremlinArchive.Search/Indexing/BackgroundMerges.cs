using System.Runtime.ExceptionServices;
using Lucene.Net.Index;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// Merges the segments of one Lucene index on threads beside what is written: neither a batch nor a commit waits for them. What they
/// make of the index can be read after the next commit.
/// </summary>
/// <param name="most">So many merges go on at once.</param>
internal sealed class BackgroundMerges(int most) : MergeScheduler
{
    private readonly Lock gate = new();
    private Task merging = Task.CompletedTask;
    private int running;
    private volatile bool hasMerged;
    private volatile Exception? failure;

    /// <summary>True if a merge has ended since <see cref="BeginCommit"/>, or has failed.</summary>
    public bool HasEnded => hasMerged || failure is not null;

    /// <inheritdoc/>
    public override void Merge(IndexWriter writer, MergeTrigger trigger, bool newMergesFound)
    {
        lock (gate)
        {
            if (!newMergesFound || failure is not null)
                return;

            // It is not told how many there are to be merged: who finds nothing to do ends at once.
            for (; running < most; running++)
            {
                var begun = Task.Factory.StartNew(() => MergeAll(writer), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                merging = merging.IsCompleted ? begun : Task.WhenAll(merging, begun);
            }
        }
    }

    /// <summary>A commit follows, with all that was merged before.</summary>
    public void BeginCommit() => hasMerged = false;

    /// <summary>Ends when nothing is left to be merged, or a merge has failed.</summary>
    public Task WhenDone()
    {
        lock (gate)
            return merging;
    }

    /// <summary>Throws what made a merge fail: after it, nothing is merged any more.</summary>
    public void ThrowIfFailed()
    {
        if (failure is { } cause)
            ExceptionDispatchInfo.Throw(cause);
    }

    /// <summary>Waits until the merge that its writer has broken off is at its end.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            WhenDone().Wait();
    }

    private void MergeAll(IndexWriter writer)
    {
        try
        {
            while (Next(writer) is { } merge)
            {
                writer.Merge(merge);
                hasMerged = true;
            }
        }
        catch (Exception cause)
        {
            // It is told to whoever writes next.
            failure ??= cause;
        }
    }

    // Whoever finds a merge while the last thread ends begins anew: never do both think that the other goes on.
    private MergePolicy.OneMerge? Next(IndexWriter writer)
    {
        lock (gate)
        {
            var next = writer.GetNextMerge();
            if (next is null)
                running--;
            return next;
        }
    }
}

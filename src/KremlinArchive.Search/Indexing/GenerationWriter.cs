using System.Runtime.ExceptionServices;
using KremlinArchive.Search.Results;
using KremlinArchive.Store.Changes;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// Writes one generation, a batch of changes to a commit: records as they stand and, on a shelf of their own, their superseded versions. After any
/// exception the writer is of no use: Lucene may then report a commit that lacks documents. It is disposed, which takes back everything since the last
/// commit, and another one is opened.
/// </summary>
internal sealed class GenerationWriter : IDisposable
{
    private readonly IndexFormat format;
    private readonly ShelfWriter standing;
    private readonly ShelfWriter superseded;

    public GenerationWriter(string path, IndexFormat format)
    {
        this.format = format;
        standing = new ShelfWriter(path, format);
        try
        {
            superseded = new ShelfWriter(Generations.SupersededIn(path), format);
            Mark = standing.Mark;
            // The superseded versions are committed first: where they are behind, their files were lost.
            if (superseded.Mark.Change < Mark.Change)
                throw new Lucene.Net.Index.CorruptIndexException("The superseded versions are behind the records.");
        }
        catch
        {
            // A writer that stays open keeps Lucene's lock, and the next one cannot be opened.
            superseded?.Dispose();
            standing.Dispose();
            throw;
        }
    }

    /// <summary>What the last commit says of itself.</summary>
    public CommitMark Mark { get; private set; }

    /// <summary>Writes the changes, which come in order and follow the last commit's, and commits.</summary>
    /// <param name="hash">The hash of the last one.</param>
    public void Write(IReadOnlyList<RecordChange> changes, string hash, int threads, CancellationToken cancellation)
    {
        // The state that comes with a change is the current one, so that one write for each record is enough.
        var records = changes.DistinctBy(change => change.Id).ToList();
        try
        {
            Parallel.ForEach(records, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, Write);
        }
        catch (AggregateException several)
        {
            // The one that tells the cause: after it, the other threads only find the writer closed.
            ExceptionDispatchInfo.Throw(several.InnerExceptions.MinBy(failure => IndexView.IsDamage(failure) ? 0 : failure is ObjectDisposedException ? 2 : 1)!);
        }

        Commit(changes[^1].Number, hash);
    }

    /// <summary>Commits a generation that holds nothing yet, so that it can be opened.</summary>
    public void CommitEmpty() => Commit(0, "");

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            superseded.Dispose();
        }
        finally
        {
            standing.Dispose();
        }
    }

    private void Write(RecordChange change)
    {
        standing.Replace(change.Id, change.Current is { } current ? [RecordDocument.Of(current)] : []);
        // Nearly all records have one version, and never had a document there.
        if (change.Current is not { Versions: 1 })
            superseded.Replace(change.Id, [.. change.Superseded.Select(RecordDocument.OfSuperseded)]);
    }

    private void Commit(long change, string hash)
    {
        var mark = new CommitMark(change, hash, format.Fingerprint);
        superseded.Commit(mark);
        standing.Commit(mark);
        Mark = mark;
    }
}

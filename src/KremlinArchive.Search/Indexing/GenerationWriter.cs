using KremlinArchive.Store.Changes;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// Writes one generation, batches of changes and a commit now and then: records as they stand and, on a shelf of their own, their superseded versions. After any
/// exception the writer is of no use: Lucene may then report a commit that lacks documents. It is disposed, which takes back everything since the last
/// commit, and another one is opened.
/// </summary>
internal sealed class GenerationWriter : IDisposable
{
    // Of memory that new documents may take before they become a segment. More was measured to save nothing: what is merged less is looked up longer.
    private const double MegabytesOfRecords = 64, MegabytesOfSuperseded = 32;

    private readonly IndexFormat format;
    private readonly ShelfWriter standing;
    private readonly ShelfWriter superseded;

    /// <param name="name">The name of the generation.</param>
    /// <param name="path">Where its files are.</param>
    /// <param name="format">How they are written.</param>
    /// <param name="isSearched">False if nobody searches it until it has settled.</param>
    public GenerationWriter(string name, string path, IndexFormat format, bool isSearched)
    {
        Name = name;
        this.format = format;
        standing = new ShelfWriter(path, format, MegabytesOfRecords, isSearched);
        try
        {
            superseded = new ShelfWriter(Generations.SupersededIn(path), format, MegabytesOfSuperseded, isSearched);
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

    /// <summary>The name of the generation.</summary>
    public string Name { get; }

    /// <summary>What the last commit says of itself.</summary>
    public CommitMark Mark { get; private set; }

    /// <summary>True if a merge has ended since the last commit, and another one lets readers have it, or has failed, and another one tells it.</summary>
    public bool HasMerged => standing.HasMerged || superseded.HasMerged;

    /// <summary>Opens a generation, which readers can open from then on.</summary>
    public static GenerationWriter Open(string name, string path, IndexFormat format, bool isSearched)
    {
        var writer = new GenerationWriter(name, path, format, isSearched);
        try
        {
            if (writer.Mark == CommitMark.None)
                writer.Commit(0, "");
            return writer;
        }
        catch
        {
            // A writer that nobody closes keeps Lucene's lock: none could be opened after it.
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Writes changes, which come in order. Several threads may, none of them with a record that another one has.</summary>
    public void Write(IReadOnlyList<RecordChange> changes, CancellationToken cancellation)
    {
        ThrowIfFailed();
        // The state that comes with a change is the current one, so that one write for each record is enough.
        foreach (var change in changes.DistinctBy(change => change.Id))
        {
            cancellation.ThrowIfCancellationRequested();
            Write(change);
        }
    }

    /// <summary>Throws what made a merge fail: what was committed stands, and another writer must be opened.</summary>
    public void ThrowIfFailed()
    {
        standing.ThrowIfFailed();
        superseded.ThrowIfFailed();
    }

    /// <summary>Begins to merge what there is, for whoever searches: little more is to come, and goes on beside it. Once is enough.</summary>
    public void BeginSettling()
    {
        standing.BeginSettling();
        superseded.BeginSettling();
    }

    /// <summary>The last commit comes: begins no more merges unless many segments are left.</summary>
    public void LeaveTheRest()
    {
        standing.LeaveTheRest();
        superseded.LeaveTheRest();
    }

    /// <summary>Waits until nothing is left to be merged, and commits what was.</summary>
    public async Task SettleAsync()
    {
        await superseded.SettleAsync();
        await standing.SettleAsync();
        ThrowIfFailed();
        if (HasMerged)
            CommitMerged();
    }

    /// <summary>Commits segments that were merged since the last commit, with which nothing else changes.</summary>
    public void CommitMerged() => Commit(Mark.Change, Mark.Hash);

    /// <summary>Takes out of a generation that answers what readers may no longer see.</summary>
    public static void Hide(string path, IndexFormat format, IReadOnlyList<WithheldRecord> records)
    {
        var superseded = Generations.SupersededIn(path);
        if (System.IO.Directory.Exists(superseded))
            ShelfWriter.Remove(superseded, format, records.Select(record => record.Id));
        // Of a record that is shown, only versions are withheld, which are on the other shelf.
        ShelfWriter.Remove(path, format, records.Where(record => record.IsHidden).Select(record => record.Id));
    }

    /// <summary>Commits what was written.</summary>
    /// <param name="change">The number of the last change written.</param>
    /// <param name="hash">Its hash.</param>
    public void Commit(long change, string hash)
    {
        ThrowIfFailed();
        var mark = new CommitMark(change, hash, format.Fingerprint);
        superseded.Commit(mark);
        standing.Commit(mark);
        Mark = mark;
    }

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
        if (change.IsFirst)
            standing.Add(change.Current is { } added ? [RecordDocument.Of(added)] : []);
        else
            standing.Replace(change.Id, change.Current is { } current ? [RecordDocument.Of(current)] : []);
        // Nearly all records have one version, and never had a document there.
        if (change.Current is not { Versions: 1 })
            superseded.Replace(change.Id, [.. change.Superseded.Select(RecordDocument.OfSuperseded)]);
    }
}

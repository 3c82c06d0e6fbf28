using KremlinArchive.Records;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace KremlinArchive.Search.Indexing;

/// <summary>Writes one Lucene index of a generation. Disposing takes back everything since its last commit.</summary>
internal sealed class ShelfWriter : IDisposable
{
    // What a merge writes may be lost with the process, and the disk needs room for it twice.
    private const double LargestMergeMegabytes = 1024;

    // Few segments: a search looks up each of its terms in every one. While nobody searches, so many are merged at once that each document is merged once,
    // near the end few, beside what is still written. What comes last is not worth waiting for one thread that merges.
    private const int Few = 4, Enough = 8, Many = 32;

    private readonly Directory directory;
    private readonly BackgroundMerges merges;
    private readonly TieredMergePolicy policy = new() { MaxMergedSegmentMB = LargestMergeMegabytes };
    private readonly IndexWriter writer;
    private readonly bool isSearched;
    private bool hasBegunToSettle;

    /// <param name="path">Where its files are.</param>
    /// <param name="format">How they are written.</param>
    /// <param name="megabytes">How much memory new documents may take before they become a segment.</param>
    /// <param name="isSearched">False if nobody searches it until it has settled.</param>
    public ShelfWriter(string path, IndexFormat format, double megabytes, bool isSearched)
    {
        this.isSearched = isSearched;
        Allow(isSearched ? Few : Many);
        merges = new BackgroundMerges(isSearched ? 1 : Environment.ProcessorCount);
        directory = format.OpenDirectory(path);
        try
        {
            writer = new IndexWriter(directory, Settings(format, megabytes, isSearched));
            Mark = CommitMark.Read(writer.CommitData);
        }
        catch
        {
            writer?.Rollback();
            directory.Dispose();
            throw;
        }
    }

    /// <summary>What the last commit says of itself when the writer is opened.</summary>
    public CommitMark Mark { get; }

    /// <summary>True if a merge has ended since the last commit, or has failed.</summary>
    public bool HasMerged => merges.HasEnded;

    /// <summary>Writes documents of a record of which there are none: nothing needs to be looked for and taken out.</summary>
    public void Add(IReadOnlyList<List<IIndexableField>> documents)
    {
        if (documents.Count > 0)
            writer.AddDocuments(documents);
    }

    /// <summary>Puts these documents into the place of all that there are of a record.</summary>
    public void Replace(RecordId record, IReadOnlyList<List<IIndexableField>> documents)
    {
        var id = new Term(FieldNames.Id, record.ToString());
        if (documents.Count == 0)
            writer.DeleteDocuments(id);
        else
            writer.UpdateDocuments(id, documents);
    }

    /// <summary>Takes records out of a shelf that answers, whatever its format, and leaves all else of its last commit as it is.</summary>
    public static void Remove(string path, IndexFormat format, IEnumerable<RecordId> records)
    {
        using var directory = format.OpenDirectory(path);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new NoAnalyzer())
        {
            Codec = format.Codec,
            OpenMode = OpenMode.APPEND,
            MergePolicy = NoMergePolicy.NO_COMPOUND_FILES,
        });
        writer.DeleteDocuments([.. records.Select(id => new Term(FieldNames.Id, id.ToString()))]);
        writer.Commit();
    }

    /// <summary>Begins to merge what there is, for whoever searches. Once is enough.</summary>
    public void BeginSettling()
    {
        if (isSearched || hasBegunToSettle)
            return;
        hasBegunToSettle = true;
        Allow(Few);
        writer.MaybeMerge();
    }

    /// <summary>The last commit comes: begins no more merges unless many segments are left.</summary>
    public void LeaveTheRest()
    {
        if (!isSearched)
            Allow(Enough);
    }

    /// <summary>Waits until nothing is left to be merged, or a merge has failed.</summary>
    public Task SettleAsync()
    {
        BeginSettling();
        writer.MaybeMerge();
        return merges.WhenDone();
    }

    /// <summary>Throws what made a merge fail: another writer must be opened.</summary>
    public void ThrowIfFailed() => merges.ThrowIfFailed();

    public void Commit(CommitMark mark)
    {
        merges.BeginCommit();
        writer.SetCommitData(mark.Write());
        writer.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            writer.Rollback();
        }
        finally
        {
            directory.Dispose();
        }
    }

    private void Allow(int segments) => (policy.SegmentsPerTier, policy.MaxMergeAtOnce) = (segments, segments);

    private IndexWriterConfig Settings(IndexFormat format, double megabytes, bool isSearched) => new(LuceneVersion.LUCENE_48, new NoAnalyzer())
    {
        Codec = format.Codec,
        OpenMode = OpenMode.CREATE_OR_APPEND,
        RAMBufferSizeMB = megabytes,

        // One file instead of a dozen, for which all that was written is written once more.
        UseCompoundFile = isSearched,
        MergeScheduler = merges,
        MergePolicy = policy,
        Similarity = new Lucene.Net.Search.Similarities.BM25Similarity(),
    };

    /// <summary>Documents bring their terms with them: no text reaches Lucene's own analysis.</summary>
    private sealed class NoAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
            throw new NotSupportedException($"The field {fieldName} came without its terms.");
    }
}

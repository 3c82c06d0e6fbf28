using System.Runtime.ExceptionServices;
using KremlinArchive.Search.Results;
using KremlinArchive.Store.Changes;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// Writes one generation, a batch of changes to a commit. After any exception the writer is of no use: Lucene may then report a
/// commit that lacks documents. It is disposed, which takes back everything since the last commit, and another one is opened.
/// </summary>
internal sealed class GenerationWriter : IDisposable
{
    private const double MemoryMegabytes = 96;

    // A merge holds up the batch that causes it, so that nothing is ever written while a commit syncs; the bound keeps that short.
    private const double LargestMergeMegabytes = 1024;

    private readonly Directory directory;
    private readonly IndexFormat format;
    private readonly IndexWriter writer;

    public GenerationWriter(string path, IndexFormat format)
    {
        this.format = format;
        directory = format.OpenDirectory(path);
        try
        {
            writer = new IndexWriter(directory, Settings());
            Mark = CommitMark.Read(writer.CommitData);
        }
        catch
        {
            // A writer that stays open keeps Lucene's lock, and the next one cannot be opened.
            writer?.Rollback();
            directory.Dispose();
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
            writer.Rollback();
        }
        finally
        {
            directory.Dispose();
        }
    }

    private void Write(RecordChange change)
    {
        var id = new Term(FieldNames.Id, change.Id.ToString());
        if (change.Current is { } current)
            writer.UpdateDocument(id, RecordDocument.Of(current));
        else
            writer.DeleteDocuments(id);
    }

    private void Commit(long change, string hash)
    {
        var mark = new CommitMark(change, hash, format.Fingerprint);
        writer.SetCommitData(mark.Write());
        writer.Commit();
        Mark = mark;
    }

    private IndexWriterConfig Settings() => new(LuceneVersion.LUCENE_48, new NoAnalyzer())
    {
        Codec = format.Codec,
        OpenMode = OpenMode.CREATE_OR_APPEND,
        RAMBufferSizeMB = MemoryMegabytes,
        MergeScheduler = new SerialMergeScheduler(),

        // Few segments: a search looks up each of its terms in every one.
        MergePolicy = new TieredMergePolicy { MaxMergedSegmentMB = LargestMergeMegabytes, SegmentsPerTier = 4, MaxMergeAtOnce = 4, FloorSegmentMB = 8 },
        Similarity = new Lucene.Net.Search.Similarities.BM25Similarity(),
    };

    /// <summary>Documents bring their terms with them: no text reaches Lucene's own analysis.</summary>
    private sealed class NoAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
            throw new NotSupportedException($"The field {fieldName} came without its terms.");
    }
}

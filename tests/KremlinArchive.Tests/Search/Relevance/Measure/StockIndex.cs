using System.Globalization;
using KremlinArchive.Records;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace KremlinArchive.Tests.Search.Relevance.Measure;

/// <summary>What one gets from Lucene without further thought: its analyzer of the language, one field of all words, BM25, the classic parser.</summary>
internal sealed class StockIndex : IDisposable
{
    /// <summary>The field of all words: title, lead and text.</summary>
    public const string All = "all";

    /// <summary>The field of the title alone.</summary>
    public const string Title = "title";

    private const string Id = "id";

    private readonly RAMDirectory directory = new();
    private readonly Analyzer analyzer;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;

    public StockIndex(Language language, IEnumerable<ArchiveRecord> records)
    {
        analyzer = language == Language.Russian ? new RussianAnalyzer(LuceneVersion.LUCENE_48) : new EnglishAnalyzer(LuceneVersion.LUCENE_48);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var record in records)
            {
                writer.AddDocument(
                [
                    new StringField(Id, record.Id.ToString(), Field.Store.YES),
                    new TextField(Title, record.Title, Field.Store.NO),
                    new TextField(All, string.Join('\n', record.Words()), Field.Store.NO),
                ]);
            }
        }

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
    }

    public IReadOnlyList<RecordId> Search(string query, string field, int depth)
    {
        var parsed = new QueryParser(LuceneVersion.LUCENE_48, field, analyzer).Parse(QueryParserBase.Escape(query));
        return [.. searcher.Search(parsed, depth).ScoreDocs.Select(hit => RecordId.Parse(searcher.Doc(hit.Doc).Get(Id, CultureInfo.InvariantCulture))!)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        reader.Dispose();
        analyzer.Dispose();
        directory.Dispose();
    }
}

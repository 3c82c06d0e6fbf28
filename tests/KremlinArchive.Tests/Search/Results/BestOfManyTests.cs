using CsCheck;
using KremlinArchive.Records;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Queries;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Queries.Reading;
using KremlinArchive.Search.Requests;
using KremlinArchive.Search.Results;
using KremlinArchive.Store.Reading;
using KremlinArchive.Tests.Support;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace KremlinArchive.Tests.Search.Results;

/// <summary>What cannot come among the best is not scored: the best must be the same as if all were.</summary>
public sealed class BestOfManyTests
{
    private static readonly string[] Words = ["газ", "нефть", "уголь", "переговоры", "торф", "визит", "о", "погода"];

    // The first words are the most frequent ones, and texts are of all lengths.
    private static readonly Gen<string> Text = Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Int[0, Words.Length - 1], (one, other) => Words[Math.Min(one, other)]).Array[1, 25].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Query = Gen.Shuffle(Words, 2, 4).Select(words => string.Join(' ', words));

    [Fact]
    public void TheBestFewAreTheFirstOfAll() => Gen.Select(Text.Array[10, 60], Query, Gen.Int[0, 6], Gen.Enum<WordMatch>()).Sample(
        (texts, query, few, match) =>
        {
            using var directory = Index(texts);
            var view = IndexView.Open("invented", directory, superseded: null);
            try
            {
                var request = new SearchRequest { Query = query, Match = match };
                return Best(view, request, few).SequenceEqual(Best(view, request, texts.Length).Take(few));
            }
            finally
            {
                view.Reader.Dispose();
            }
        },
        iter: 150);

    private static RankedDocument[] Best(IndexView view, SearchRequest request, int limit)
    {
        var budget = new SearchBudget(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
        var compiler = new QueryCompiler(view, new TermStates(view.Reader), budget, new QueryNotes(Language.Russian));
        var top = new TopDocuments(limit, RankedDocument.Comparison(SortOrder.Relevance));
        var root = QueryReading.Of(request).Sought;
        view.Searcher.Search(compiler.Compile(root, request), new ResultCollector(view, request, top, compiler.Titles(root, request), budget));
        return top.From(0);
    }

    private static RAMDirectory Index(string[] texts)
    {
        var directory = new RAMDirectory();
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, Analyzer.NewAnonymous((_, _) => throw new NotSupportedException())));
        foreach (var (number, text) in texts.Index())
        {
            // Some titles are what may be asked for.
            var record = Documents.Record($"ru/events/{number + 1}", text.Length < 15 ? text : "Беседа", text);
            writer.AddDocument(RecordDocument.Of(new StoredRecord
            {
                Record = record,
                Version = 1,
                Versions = 1,
                CapturedAt = null,
                ImportedAt = DateTimeOffset.UnixEpoch,
                Sha256 = "",
                HasTranslation = false,
            }));
            if (number == texts.Length / 2)
                writer.Commit();
        }

        return directory;
    }
}

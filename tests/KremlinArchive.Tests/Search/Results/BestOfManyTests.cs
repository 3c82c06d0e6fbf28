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

/// <summary>What cannot come among the best is not scored, and several threads share the segments: the answer must be the same as if all were scored by one.</summary>
public sealed class BestOfManyTests
{
    private static readonly string[] Words = ["газ", "нефть", "уголь", "переговоры", "торф", "визит", "о", "погода"];

    // The first words are the most frequent ones, and texts are of all lengths.
    private static readonly Gen<string> Text = Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Int[0, Words.Length - 1], (one, other) => Words[Math.Min(one, other)]).Array[1, 25].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Query = Gen.Shuffle(Words, 2, 4).Select(words => string.Join(' ', words));

    private static readonly Gen<string> Part = Gen.Select(
        Gen.Int[0, Words.Length - 1], Gen.Int[0, Words.Length - 1], Gen.Int[0, 4], (one, other, kind) => kind switch
        {
            0 => Words[one],
            1 => $"\"{Words[one]} {Words[other]}\"",
            2 => $"\"{Words[one]} {Words[other]}\"~2",
            3 => $"{Words[one][..1]}*",
            _ => $"speaker:{Words[other][..1]}* {Words[one]}",
        });

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

    [Fact]
    public void SharesOfTheSegmentsMakeTheWhole() => Gen.Select(Text.Array[10, 40], Part.Array[1, 2]).Sample(
        (texts, parts) =>
        {
            using var directory = Index(texts);
            var view = IndexView.Open("invented", directory, superseded: null);
            try
            {
                var request = new SearchRequest { Query = string.Join(' ', parts) };
                var shared = new ViewSearcher(view.Reader, few: 0);
                var (whole, sum) = (Collect(view, view.Searcher, request, texts.Length), Collect(view, shared, request, texts.Length));
                return shared.Shares == Math.Min(Environment.ProcessorCount, view.Reader.Leaves.Count) && whole.Total == sum.Total && whole.Top.From(0).SequenceEqual(sum.Top.From(0))
                    && whole.Counts.Zip(sum.Counts).All(pair => pair.First.SequenceEqual(pair.Second))
                    && whole.Periods.Histogram.Bars.Select(bar => bar.Count).SequenceEqual(sum.Periods.Histogram.Bars.Select(bar => bar.Count));
            }
            finally
            {
                view.Reader.Dispose();
            }
        },
        iter: 100);

    private static RankedDocument[] Best(IndexView view, SearchRequest request, int limit) => Collect(view, view.Searcher, request, limit).Top.From(0);

    private static ResultCollector Collect(IndexView view, ViewSearcher searcher, SearchRequest request, int limit)
    {
        var budget = new SearchBudget(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
        var compiler = new QueryCompiler(view, new TermStates(view.Reader), budget, new QueryNotes(Language.Russian));
        var root = QueryReading.Of(request).Sought;
        var collectors = Enumerable.Range(0, searcher.Shares)
            .Select(_ => new ResultCollector(view, request, new TopDocuments(limit, RankedDocument.Comparison(SortOrder.Relevance)), compiler.Titles(root, request), budget)).ToArray();
        searcher.Search(compiler.Compile(root, request), collectors);
        foreach (var other in collectors[1..])
            collectors[0].Add(other);
        return collectors[0];
    }

    private static RAMDirectory Index(string[] texts)
    {
        var directory = new RAMDirectory();
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, Analyzer.NewAnonymous((_, _) => throw new NotSupportedException())));
        foreach (var (number, text) in texts.Index())
        {
            // Some titles are what may be asked for.
            var record = Documents.Record($"ru/events/{number + 1}", text.Length < 15 ? text : "Беседа", text) with
            {
                Published = new PrintedTime(new DateOnly(2000 + (number % 20), 1, 1), null),
                Passages = [new Passage(1, text.Split(' ')[0], text)],
            };
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

using System.Globalization;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Records;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Import.Parsing;
using KremlinArchive.Tests.Search.Relevance.Measure;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Search.Relevance;

/// <summary>How good the order of results is, on the judged topics over the whole corpus, beside stock Lucene in the same process.</summary>
[Collection(nameof(CorpusCollection))]
public sealed class RelevanceTests(CorpusReading corpus, ITestOutputHelper output)
{
    // A floor is a little under what was measured. With any of the words ours leads stock Lucene everywhere; with all of them, as a query is read by
    // default, it finds fewer records by contract and is held to its floor alone.
    private static readonly (WordMatch Match, Language Language, Measure Measure, double Floor)[] Goals =
    [
        (WordMatch.Any, Language.Russian, Measure.Gain, 0.83),
        (WordMatch.Any, Language.Russian, Measure.ReciprocalRank, 0.95),
        (WordMatch.Any, Language.Russian, Measure.Recall, 0.93),
        (WordMatch.Any, Language.English, Measure.Gain, 0.77),
        (WordMatch.Any, Language.English, Measure.ReciprocalRank, 0.91),
        (WordMatch.Any, Language.English, Measure.Recall, 0.96),
        (WordMatch.All, Language.Russian, Measure.Gain, 0.67),
        (WordMatch.All, Language.Russian, Measure.ReciprocalRank, 0.92),
        (WordMatch.All, Language.Russian, Measure.Recall, 0.50),
        (WordMatch.All, Language.English, Measure.Gain, 0.67),
        (WordMatch.All, Language.English, Measure.ReciprocalRank, 0.86),
        (WordMatch.All, Language.English, Measure.Recall, 0.61),
    ];

    private enum Measure
    {
        Gain,
        ReciprocalRank,
        Recall,
    }

    [Fact]
    public async Task OursIsAsGoodAsItWasAndAheadOfStockLucene()
    {
        var records = corpus.Pages.Records.Values.Concat(Texts()).ToList();
        using var archive = await SearchedArchive.EmptyAsync(IndexFormat.Current, batchSize: 1000);
        await archive.AddAsync([.. records]);
        using var stock = new StockRanking(records);

        var table = RelevanceTable.Of(JudgedSet.Read(Folder), [new ArchiveRanking(archive.Index, WordMatch.Any), stock, new ArchiveRanking(archive.Index, WordMatch.All)]);

        foreach (var line in table.Lines())
            output.WriteLine(line);
        var missed = Goals
            .Select(goal => (goal, Ours: Of(table.Of(goal.Match == WordMatch.Any ? 0 : 2, goal.Language), goal.Measure), Stock: Of(table.Of(1, goal.Language), goal.Measure)))
            .Where(row => row.Ours < row.goal.Floor || (row.goal.Match == WordMatch.Any && row.Ours < row.Stock))
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.goal}: {row.Ours:0.000}, stock {row.Stock:0.000}"));
        Assert.Empty(missed);
    }

    private static string Folder => Path.Combine(Repository.Root, "tests", "KremlinArchive.Tests", "Search", "Relevance");

    private static IEnumerable<ArchiveRecord> Texts()
    {
        var reader = new PageReader();
        foreach (var file in Directory.EnumerateFiles(Corpus.Need("texts-ru", "copies"), "*.txt"))
        {
            if (reader.Read(Capture.Of(file, File.ReadAllBytes(file))) is PageReading.Documents { Records: [var record] })
                yield return record;
        }
    }

    private static double Of(Quality quality, Measure measure) => measure switch
    {
        Measure.Gain => quality.Gain,
        Measure.ReciprocalRank => quality.ReciprocalRank,
        _ => quality.Recall,
    };
}

using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store;
using KremlinArchive.Tests.Search.Relevance.Measure;

namespace KremlinArchive.Benchmarks.Relevance;

/// <summary>Measures the ranking on the judged set, beside other systems, and prints what is still to be judged.</summary>
internal static class RelevanceMeasure
{
    /// <summary>Prints the table, and how every topic fares.</summary>
    public static Task<int> RunAsync(RelevanceOptions options) => WithSystemsAsync(options, (systems, _, _) =>
    {
        var judged = JudgedSet.Read(options.Set);
        var table = RelevanceTable.Of(judged, systems);
        foreach (var line in table.Lines())
            Console.WriteLine(line);
        Console.WriteLine();
        Console.WriteLine($"nDCG@10/recall@100 of each topic (* held out): {string.Join(", ", table.Systems)}");
        foreach (var line in table.TopicLines())
            Console.WriteLine(line);
    });

    /// <summary>Prints, for every topic, what stands in some system's first twenty and was not judged yet.</summary>
    public static Task<int> PrintPoolAsync(RelevanceOptions options) => WithSystemsAsync(options, (systems, stock, records) =>
    {
        var judged = JudgedSet.Read(options.Set);
        var sheet = new JudgingSheet(records);
        foreach (var topic in judged.Topics)
        {
            var pool = systems.SelectMany(system => system.Rank(topic, Quality.PoolDepth)).Concat(stock.RankTitles(topic, Quality.PoolDepth / 2));
            var unjudged = pool.Distinct().Where(id => !judged.GradesOf(topic).ContainsKey(id)).ToList();
            foreach (var line in unjudged.Count > 0 ? sheet.Lines(topic, unjudged) : [])
                Console.WriteLine(line);
        }
    });

    private static async Task<int> WithSystemsAsync(RelevanceOptions options, Action<IReadOnlyList<IRanking>, StockRanking, IReadOnlyList<ArchiveRecord>> use)
    {
        using var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = options.Data }, CancellationToken.None);
        using var index = ArchiveIndex.Open(new ArchiveIndexOptions { Directory = ArchiveLocation.IndexIn(options.Data) }, store.Changes);
        await index.CatchUpAsync(CancellationToken.None);
        var records = await MeasuredRecords.ReadAsync(store.Changes, CancellationToken.None);
        using var stock = new StockRanking(records);
        List<IRanking> systems = [new ArchiveRanking(index, WordMatch.All), new ArchiveRanking(index, WordMatch.Any), stock];
        if (options.Postgres is { } connection)
        {
            await using var shelf = await PostgresShelf.FillAsync(connection, records);
            use([.. systems, new PostgresRanking(shelf, WordNeed.Any), new PostgresRanking(shelf, WordNeed.Every)], stock, records);
        }
        else
        {
            use(systems, stock, records);
        }

        return 0;
    }
}

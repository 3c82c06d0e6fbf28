using KremlinArchive.Records;

namespace KremlinArchive.Tests.Search.Relevance.Measure;

/// <summary>Stock Lucene: each language in an index of its own, a document needs one word of the query.</summary>
internal sealed class StockRanking : IRanking, IDisposable
{
    private readonly Dictionary<Language, StockIndex> indexes;

    public StockRanking(IReadOnlyCollection<ArchiveRecord> records) =>
        indexes = Enum.GetValues<Language>().ToDictionary(language => language, language => new StockIndex(language, records.Where(record => record.Id.Language == language)));

    public string Name => "stock Lucene, OR";

    public IReadOnlyList<RecordId> Rank(Topic topic, int depth) => indexes[topic.Language].Search(topic.Query, StockIndex.All, depth);

    /// <summary>By the words of titles alone.</summary>
    public IReadOnlyList<RecordId> RankTitles(Topic topic, int depth) => indexes[topic.Language].Search(topic.Query, StockIndex.Title, depth);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var index in indexes.Values)
            index.Dispose();
    }
}

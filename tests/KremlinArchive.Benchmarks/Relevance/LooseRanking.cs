using KremlinArchive.Records;
using KremlinArchive.Tests.Search.Relevance.Measure;

namespace KremlinArchive.Benchmarks.Relevance;

/// <summary>A trial of the archive's search: a record needs one word of the query, and its score is the sum over its words.</summary>
internal sealed class LooseRanking(ArchiveRanking archive) : IRanking
{
    // Deeper than any list that is looked at: a record far down for each word alone may be high for all of them.
    private const int WordDepth = 1000;

    public string Name => "trial: any word";

    public IReadOnlyList<RecordId> Rank(Topic topic, int depth) =>
    [
        .. topic.Query.Split(' ')
            .SelectMany(word => archive.Score(word, topic.Language, WordDepth))
            .GroupBy(hit => hit.Id, hit => hit.Score)
            .OrderByDescending(group => group.Sum())
            .ThenBy(group => group.Key.ToString(), StringComparer.Ordinal)
            .Select(group => group.Key)
            .Take(depth),
    ];
}

using KremlinArchive.Records;
using KremlinArchive.Tests.Search.Relevance.Measure;

namespace KremlinArchive.Benchmarks.Relevance;

/// <summary>A trial of the archive's search: records with every word first, as they stand today, then those that lack some.</summary>
internal sealed class TieredRanking(ArchiveRanking all, LooseRanking some) : IRanking
{
    public string Name => "trial: all words, then any";

    public IReadOnlyList<RecordId> Rank(Topic topic, int depth) =>
        [.. all.Rank(topic, depth).Concat(some.Rank(topic, depth)).Distinct().Take(depth)];
}

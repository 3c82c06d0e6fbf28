using KremlinArchive.Records;

namespace KremlinArchive.Tests.Search.Relevance.Measure;

/// <summary>A way of searching that is measured: it puts records in order for a topic.</summary>
internal interface IRanking
{
    /// <summary>What the table calls it.</summary>
    string Name { get; }

    /// <summary>The best records of the topic's language, the best one first, at most <paramref name="depth"/>.</summary>
    IReadOnlyList<RecordId> Rank(Topic topic, int depth);
}

using KremlinArchive.Records;

namespace KremlinArchive.Tests.Search.Relevance.Measure;

/// <summary>How good a ranking is for a topic, or for several on average.</summary>
/// <param name="Gain">nDCG@10: what the first ten give, the earlier the better, as a share of the best order possible. A grade g gives 2^g − 1.</param>
/// <param name="ReciprocalRank">MRR@10: one over the rank of the first document with a good part about the topic; 0 without one in the first ten.</param>
/// <param name="Recall">recall@100: the share found of all documents that at least touch the topic.</param>
/// <param name="Unjudged">The share of the first twenty that nobody judged; they count as worthless.</param>
internal sealed record Quality(double Gain, double ReciprocalRank, double Recall, double Unjudged)
{
    /// <summary>So many records of a ranking are looked at.</summary>
    public const int Depth = 100;

    /// <summary>So many records of each system were judged.</summary>
    public const int PoolDepth = 20;

    private const int Cut = 10, Good = 2;

    public static Quality Of(IReadOnlyList<RecordId> ranking, IReadOnlyDictionary<RecordId, int> grades)
    {
        var found = ranking.Select(id => grades.GetValueOrDefault(id)).ToList();
        var first = found.FindIndex(grade => grade >= Good);
        var (top, touching) = (ranking.Take(PoolDepth).ToList(), grades.Values.Count(grade => grade > 0));
        return new Quality(
            Discounted(found) / Discounted(grades.Values.OrderDescending()),
            first is >= 0 and < Cut ? 1.0 / (first + 1) : 0,
            (double)found.Take(Depth).Count(grade => grade > 0) / touching,
            top.Count == 0 ? 0 : (double)top.Count(id => !grades.ContainsKey(id)) / top.Count);
    }

    public static Quality Mean(IReadOnlyCollection<Quality> all) =>
        new(all.Average(one => one.Gain), all.Average(one => one.ReciprocalRank), all.Average(one => one.Recall), all.Average(one => one.Unjudged));

    private static double Discounted(IEnumerable<int> grades) => grades.Take(Cut).Select((grade, at) => ((1 << grade) - 1) / Math.Log2(at + 2)).Sum();
}

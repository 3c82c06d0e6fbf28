using System.Globalization;
using KremlinArchive.Records;

namespace KremlinArchive.Tests.Search.Relevance.Measure;

/// <summary>What every system is worth on the judged set: by language, over the topics to tune on and those held out.</summary>
internal sealed class RelevanceTable
{
    private readonly List<(Topic Topic, IReadOnlyList<Quality> Qualities)> rows;

    private RelevanceTable(IReadOnlyList<string> systems, List<(Topic Topic, IReadOnlyList<Quality> Qualities)> rows)
    {
        Systems = systems;
        this.rows = rows;
    }

    /// <summary>The names of the systems.</summary>
    public IReadOnlyList<string> Systems { get; }

    public static RelevanceTable Of(JudgedSet judged, IReadOnlyList<IRanking> systems) => new(
        [.. systems.Select(system => system.Name)],
        [.. judged.Topics.Select(topic => (topic, (IReadOnlyList<Quality>)[.. systems.Select(system => Quality.Of(system.Rank(topic, Quality.Depth), judged.GradesOf(topic)))]))]);

    /// <summary>How a system does on average.</summary>
    /// <param name="system">Its place among <see cref="Systems"/>.</param>
    /// <param name="language">The topics' language.</param>
    /// <param name="isHeldOut">Whether the topics are held out; null for all.</param>
    public Quality Of(int system, Language language, bool? isHeldOut = null) =>
        Quality.Mean([.. rows.Where(row => row.Topic.Language == language && (isHeldOut is null || row.Topic.IsHeldOut == isHeldOut)).Select(row => row.Qualities[system])]);

    /// <summary>The table: a line for each system in each language and part of the topics.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var (part, isHeldOut) in new (string, bool?)[] { ("all", null), ("to tune on", false), ("held out", true) })
            {
                yield return Invariant($"{language}, {part}");
                yield return $"  {"",-34} nDCG@10  MRR@10  recall@100  unjudged@20";
                for (var system = 0; system < Systems.Count; system++)
                    yield return $"  {Systems[system],-34} {Show(Of(system, language, isHeldOut))}";
            }
        }
    }

    /// <summary>nDCG@10 of every system, a line for each topic.</summary>
    public IEnumerable<string> TopicLines() =>
        rows.Select(row => $"{row.Topic.Id}{(row.Topic.IsHeldOut ? '*' : ' ')} {string.Join(' ', row.Qualities.Select(one => Invariant($"{one.Gain:0.00}/{one.Recall:0.00}")))}  {row.Topic.Query}");

    private static string Show(Quality one) => Invariant($"{one.Gain,7:0.000} {one.ReciprocalRank,7:0.000} {one.Recall,11:0.000} {one.Unjudged,12:0.000}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

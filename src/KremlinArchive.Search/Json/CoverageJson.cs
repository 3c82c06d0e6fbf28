using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Store.Listings;

namespace KremlinArchive.Search.Json;

/// <summary>The shapes of coverage.</summary>
internal static class CoverageJson
{
    public static CoverageBody Body(Language language, IReadOnlyList<CoverageDay> days)
    {
        var sum = days.Aggregate(new CoverageCount(), (all, day) => all + day.Coverage);
        return new CoverageBody(language.Code(), Day(days[0].Day), Day(days[^1].Day), Body(sum), [.. days.Select(Body)]);
    }

    public static GapsBody Body(Language language, DaySpan span, IReadOnlyList<Gap> gaps, bool hasMore) =>
        new(language.Code(), Day(span.First), Day(span.Last), [.. gaps.Select(Body)], hasMore ? gaps[^1].Key.ToString() : null);

    private static CoverageCountBody Body(CoverageCount count) => new(count.Known, count.Held, count.Missing, count.Refused, count.Absent, count.Unreadable);

    private static CoverageDayBody Body(CoverageDay day)
    {
        var count = day.Coverage;
        return new CoverageDayBody(Day(day.Day), count.Known, count.Held, count.Missing, count.Refused, count.Absent, count.Unreadable);
    }

    private static GapBody Body(Gap gap) =>
        new(gap.Record.ToString(), Day(gap.Day), gap.Address, gap.Answer?.ToString().ToLowerInvariant() ?? "missing", gap.ListedAt, gap.AskedAt);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using KremlinArchive.Records;

namespace KremlinArchive.Web.Admin.Coverage;

/// <summary>A year or a month of the calendar of coverage, written <c>2024</c> or <c>2024-10</c>.</summary>
/// <param name="Year">From 1990 on: the site shows nothing older, and a calendar has its end.</param>
/// <param name="Month">1 to 12; null for the whole year.</param>
public sealed record CoveragePeriod(int Year, int? Month)
{
    private const int FirstYear = 1990, LastYear = 2099;

    public DateOnly First => new(Year, Month ?? 1, 1);

    public DaySpan Days => new(First, (Month is null ? First.AddYears(1) : First.AddMonths(1)).AddDays(-1));

    /// <summary>The period before; null at the calendar's beginning.</summary>
    public CoveragePeriod? Before => Shifted(-1);

    /// <summary>The period after; null at the calendar's end.</summary>
    public CoveragePeriod? After => Shifted(1);

    /// <summary>Reads a period; null for anything else.</summary>
    public static CoveragePeriod? Parse(string? text)
    {
        if (DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year))
            return Of(year.Year, null);
        return DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? Of(month.Year, month.Month) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => First.ToString(Month is null ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture);

    private static CoveragePeriod? Of(int year, int? month) => year is >= FirstYear and <= LastYear ? new CoveragePeriod(year, month) : null;

    private CoveragePeriod? Shifted(int by)
    {
        var first = Month is null ? First.AddYears(by) : First.AddMonths(by);
        return Of(first.Year, Month is null ? null : first.Month);
    }
}

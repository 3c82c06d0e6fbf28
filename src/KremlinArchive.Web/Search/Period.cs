using System.Globalization;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Wording;

namespace KremlinArchive.Web.Search;

/// <summary>Days, months and years as histograms name them.</summary>
internal static class Period
{
    private const int AllYearsLabelled = 10, YearsBetween = 5, AllMonthsLabelled = 12, MonthsBetween = 3, AllDaysLabelled = 31, DaysBetween = 10;

    /// <summary>«2021», «декабрь 2021», «7 декабря 2021».</summary>
    public static string Name(PartialDate period)
    {
        if (period.First == period.Last)
            return period.First.Long();
        return period.First.Month == period.Last.Month
            ? period.First.ToString("MMMM yyyy", CultureInfo.CurrentCulture)
            : period.First.Year.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What stands under a bar; null where that of another bar needs the room.</summary>
    /// <param name="period">The bar's period.</param>
    /// <param name="unit">What bars stand for.</param>
    /// <param name="bars">How many bars there are.</param>
    public static string? Label(PartialDate period, HistogramUnit unit, int bars) => unit switch
    {
        HistogramUnit.Year => bars <= AllYearsLabelled || period.First.Year % YearsBetween == 0 ? $"{period.First.Year}" : null,
        HistogramUnit.Month when bars <= AllMonthsLabelled => Month(period.First),
        HistogramUnit.Month when period.First.Month == 1 => $"{period.First.Year}",
        HistogramUnit.Month => period.First.Month % MonthsBetween == 1 ? Month(period.First) : null,
        _ when bars <= AllDaysLabelled => $"{period.First.Day}",
        _ when period.First.Day == 1 => Month(period.First),
        _ => period.First.Day % DaysBetween == 0 && period.First.Day < AllDaysLabelled - 1 ? $"{period.First.Day}" : null,
    };

    private static string Month(DateOnly day) => day.ToString("MMM", CultureInfo.CurrentCulture).TrimEnd('.');
}

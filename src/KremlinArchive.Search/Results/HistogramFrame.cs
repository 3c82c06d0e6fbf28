using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Results;

/// <summary>
/// Which bars a histogram has: years where several are asked for, the months of the years that a span of up to two years touches, the days
/// of the months that a span of up to two months touches. Bars are numbered without a table, so that counting a document takes its day alone.
/// </summary>
internal sealed class HistogramFrame
{
    private const int MostMonths = 24, MostDays = 62, MonthsOfYear = 12;

    // The site begins in 1999; a wrong date must not draw a thousand empty years.
    private const int MostYears = 60;

    private readonly int first;

    private HistogramFrame(HistogramUnit unit, int first, int length)
    {
        Unit = unit;
        this.first = first;
        Length = length;
    }

    public HistogramUnit Unit { get; }

    /// <summary>How many bars there are.</summary>
    public int Length { get; }

    /// <param name="request">What is asked for.</param>
    /// <param name="oldest">The day of the archive's oldest record.</param>
    /// <param name="newest">The day of the archive's newest record.</param>
    public static HistogramFrame Of(SearchRequest request, DateOnly oldest, DateOnly newest)
    {
        var (from, to) = Span(request);
        var (start, end) = (Later(from, oldest), Earlier(to, newest));
        if (start > end)
            (start, end) = from > to || from == DateOnly.MinValue || to == DateOnly.MaxValue ? (oldest, newest) : (from, to);
        if (end.DayNumber - start.DayNumber < MostDays)
            return Days(start, end);
        return MonthOf(end) - MonthOf(start) < MostMonths ? Months(start.Year, end.Year) : new HistogramFrame(HistogramUnit.Year, oldest.Year, newest.Year - oldest.Year + 1);
    }

    /// <summary>The bar of a day, as <see cref="DateOnly.DayNumber"/> counts: below zero before the first one, from <see cref="Length"/> on behind the last.</summary>
    public int BarOf(int day) => Unit switch
    {
        HistogramUnit.Year => DateOnly.FromDayNumber(day).Year - first,
        HistogramUnit.Month => MonthOf(DateOnly.FromDayNumber(day)) - first,
        _ => day - first,
    };

    /// <summary>The histogram of what was counted in each bar.</summary>
    public Histogram Of(int[] counts, long before, long after)
    {
        if (Unit != HistogramUnit.Year)
            return new Histogram(Unit, [.. counts.Select((count, bar) => new HistogramBar(PeriodOf(bar), count))], before, after);
        var last = Array.FindLastIndex(counts, count => count > 0);
        if (last < 0)
            return new Histogram(Unit, [], 0, 0);
        var start = Math.Max(Array.FindIndex(counts, count => count > 0), last - MostYears);
        return new Histogram(Unit, [.. Enumerable.Range(start, last - start + 1).Select(year => new HistogramBar(PartialDate.Year(first + year), counts[year]))], before + counts[..start].Sum(), after);
    }

    private static HistogramFrame Months(int from, int to) => new(HistogramUnit.Month, from * MonthsOfYear, (to - from + 1) * MonthsOfYear);

    private static HistogramFrame Days(DateOnly start, DateOnly end)
    {
        var (begin, last) = (new DateOnly(start.Year, start.Month, 1), PartialDate.Month(end.Year, end.Month).Last);
        return new HistogramFrame(HistogramUnit.Day, begin.DayNumber, last.DayNumber - begin.DayNumber + 1);
    }

    private PartialDate PeriodOf(int bar) => Unit == HistogramUnit.Day
        ? PartialDate.Day(DateOnly.FromDayNumber(first + bar))
        : PartialDate.Month((first + bar) / MonthsOfYear, (first + bar) % MonthsOfYear + 1);

    /// <summary>The span of the dates and years asked for; open where nothing bounds it.</summary>
    private static (DateOnly From, DateOnly To) Span(SearchRequest request)
    {
        var (from, to) = (request.From?.First ?? DateOnly.MinValue, request.To?.Last ?? DateOnly.MaxValue);
        var years = request.Constraints.Where(constraint => constraint is { Facet: Facet.Year, IsExclusion: false })
            .Select(constraint => PartialDate.Parse(constraint.Value)).OfType<PartialDate>().ToList();
        if (years.Count == 0)
            return (from, to);
        return (Later(from, years.Min(year => year.First)), Earlier(to, years.Max(year => year.Last)));
    }

    private static int MonthOf(DateOnly day) => (day.Year * MonthsOfYear) + day.Month - 1;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}

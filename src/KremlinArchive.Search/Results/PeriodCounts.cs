using KremlinArchive.Search.Answers;

namespace KremlinArchive.Search.Results;

/// <summary>Counts the days of publications in the bars of a histogram.</summary>
internal sealed class PeriodCounts(HistogramFrame frame)
{
    private readonly int[] counts = new int[frame.Length];
    private long before, after;

    public Histogram Histogram => frame.Of(counts, before, after);

    /// <summary>Adds what was counted elsewhere in the same bars.</summary>
    public void Add(PeriodCounts others)
    {
        for (var bar = 0; bar < counts.Length; bar++)
            counts[bar] += others.counts[bar];
        before += others.before;
        after += others.after;
    }

    /// <param name="day">As <see cref="DateOnly.DayNumber"/> counts.</param>
    public void Add(int day)
    {
        var bar = frame.BarOf(day);
        if (bar < 0)
            before++;
        else if (bar >= counts.Length)
            after++;
        else
            counts[bar]++;
    }
}

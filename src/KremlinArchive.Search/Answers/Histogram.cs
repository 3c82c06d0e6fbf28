using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Answers;

/// <summary>How many of the matches were published when, as if the request asked for no dates and no years: what stands round the span that was chosen.</summary>
/// <param name="Unit">What a bar stands for. It follows from the span asked for within what the archive holds.</param>
/// <param name="Bars">In order and without gaps, empty ones among them; none where nothing matches in any year.</param>
/// <param name="Before">How many matches are older than the first bar.</param>
/// <param name="After">How many matches are newer than the last bar.</param>
public sealed record Histogram(HistogramUnit Unit, IReadOnlyList<HistogramBar> Bars, long Before, long After);

/// <summary>The matches of one day, month or year.</summary>
/// <param name="Period">The day, month or year.</param>
/// <param name="Count">How many records.</param>
public sealed record HistogramBar(PartialDate Period, long Count);

/// <summary>What a bar of a histogram stands for.</summary>
public enum HistogramUnit
{
    Year,
    Month,
    Day,
}

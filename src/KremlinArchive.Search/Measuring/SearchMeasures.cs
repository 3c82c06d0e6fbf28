using System.Diagnostics;
using System.Diagnostics.Metrics;
using KremlinArchive.Search.Answers;

namespace KremlinArchive.Search.Measuring;

/// <summary>
/// What is told of searches to whoever listens: how many, how long, how much they found. Attributes have a few values each; of a query nothing is told.
/// </summary>
internal static class SearchMeasures
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "KremlinArchive.Search";

    // From one millisecond to ten seconds, as searches are.
    private static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Durations = Meter.CreateHistogram(
        "kremlin_archive.search.duration", "s", "How long searches took, by what came of them.", tags: null, Seconds);

    private static readonly Histogram<double> StageDurations = Meter.CreateHistogram(
        "kremlin_archive.search.stage.duration", "s", "How long the stages of searches took.", tags: null, Seconds);

    private static readonly Histogram<long> Hits = Meter.CreateHistogram(
        "kremlin_archive.search.hits", "{record}", "How many records searches found.", tags: null,
        new InstrumentAdvice<long> { HistogramBucketBoundaries = [0, 1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 100_000] });

    private static readonly Histogram<double> Suggestions = Meter.CreateHistogram(
        "kremlin_archive.suggestion.duration", "s", "How long suggestions took.", tags: null, Seconds);

    /// <summary>Where traces of searches and of the index begin.</summary>
    public static ActivitySource Source { get; } = new(Name);

    public static void Answered(SearchAnswer answer, TimeSpan took)
    {
        Durations.Record(took.TotalSeconds, new KeyValuePair<string, object?>("result", ResultOf(answer)));
        Hits.Record(answer.Total);
    }

    /// <summary>A search ended without an answer.</summary>
    /// <param name="isCancelled">True if nobody waited for it any more.</param>
    public static void Unanswered(bool isCancelled, TimeSpan took) =>
        Durations.Record(took.TotalSeconds, new KeyValuePair<string, object?>("result", isCancelled ? "cancelled" : "failed"));

    public static void Passed(string stage, TimeSpan took) => StageDurations.Record(took.TotalSeconds, new KeyValuePair<string, object?>("stage", stage));

    public static void Suggested(TimeSpan took) => Suggestions.Record(took.TotalSeconds);

    /// <summary>What came of a search, in one of four words.</summary>
    public static string ResultOf(SearchAnswer answer) => answer switch
    {
        { IsPartial: true } => "partial",
        { Rescue.IsShown: true } => "rescued",
        { Total: 0 } => "none",
        _ => "found",
    };
}

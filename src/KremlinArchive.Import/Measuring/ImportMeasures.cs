using System.Diagnostics;
using System.Diagnostics.Metrics;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Measuring;

/// <summary>What is told of imports to whoever listens: pages by what became of them, and how long runs took. Rehearsals and trials are not told of.</summary>
internal static class ImportMeasures
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "KremlinArchive.Import";

    private static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Pages = Meter.CreateCounter<long>(
        "kremlin_archive.import.pages", "{page}", "What became of pages; a feed has one for each entry.");

    private static readonly Histogram<double> Runs = Meter.CreateHistogram(
        "kremlin_archive.import.run.duration", "s", "How long runs took, by whether they came to their end.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1, 5, 15, 60, 300, 900, 3_600, 14_400, 86_400] });

    private static readonly Dictionary<Outcome, KeyValuePair<string, object?>> Outcomes =
        Enum.GetValues<Outcome>().ToDictionary(outcome => outcome, outcome => new KeyValuePair<string, object?>("outcome", outcome.ToString().ToLowerInvariant()));

    /// <summary>Begins the trace of a run.</summary>
    public static Activity? Run(long run) => Source.StartActivity("import.run")?.SetTag("kremlin_archive.run", run);

    /// <summary>Begins the trace of a batch.</summary>
    public static Activity? Batch(int pages) => Source.StartActivity("import.batch")?.SetTag("kremlin_archive.pages", pages);

    public static void Stored(IReadOnlyList<PageOutcome> outcomes)
    {
        foreach (var outcome in outcomes.CountBy(outcome => outcome.Outcome))
            Pages.Add(outcome.Value, Outcomes[outcome.Key]);
    }

    public static void Ended(TimeSpan took, bool isWhole) =>
        Runs.Record(took.TotalSeconds, new KeyValuePair<string, object?>("result", isWhole ? "done" : "failed"));
}

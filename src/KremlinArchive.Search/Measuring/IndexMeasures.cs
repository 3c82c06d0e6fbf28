using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace KremlinArchive.Search.Measuring;

/// <summary>What is told of an index to whoever listens: how far it has come, how far it is behind, what writing it takes. Looking at it reads nothing but memory.</summary>
internal sealed class IndexMeasures : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "KremlinArchive.Index";

    private readonly Histogram<double> commits;
    private readonly Counter<long> changes;
    private long failures;

    public IndexMeasures()
    {
        commits = Meter.CreateHistogram("kremlin_archive.index.commit.duration", "s", "How long commits of the index took.", tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] });
        changes = Meter.CreateCounter<long>("kremlin_archive.index.written", "{change}", "Changes written into the index.");
        Meter.CreateObservableCounter("kremlin_archive.index.failures", () => Interlocked.Read(ref failures), "{failure}", "How often reading or writing the index went wrong.");
    }

    /// <summary>The meter of this index alone.</summary>
    public Meter Meter { get; } = new(Name);

    /// <summary>Tells how the index stands whenever somebody looks.</summary>
    public void Show(Func<IndexHealth> health)
    {
        Meter.CreateObservableGauge("kremlin_archive.index.change", () => health().IndexedChange, "{change}", "The last change that searches see.");
        // As the follower knows it: nothing is asked for being looked at.
        Meter.CreateObservableGauge("kremlin_archive.index.lag", () => Lag(health()), "{change}", "How many changes searches do not see yet.");
        Meter.CreateObservableGauge("kremlin_archive.index.rebuilding", () => health().IsRebuilding ? 1 : 0, description: "1 while the index is built anew.");
    }

    public void Wrote(int count) => changes.Add(count);

    public void Committed(TimeSpan took) => commits.Record(took.TotalSeconds);

    public void Failed() => Interlocked.Increment(ref failures);

    /// <summary>Begins the trace of what an index has to catch up with.</summary>
    public static Activity? CatchUp(bool isRebuilding) => SearchMeasures.Source.StartActivity(isRebuilding ? "index.rebuild" : "index.catch_up");

    /// <inheritdoc/>
    public void Dispose() => Meter.Dispose();

    // Who has not looked at the log yet does not know.
    private static IEnumerable<Measurement<long>> Lag(IndexHealth health) => health.Lag is { } lag ? [new Measurement<long>(lag)] : [];
}

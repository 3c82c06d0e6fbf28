using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace KremlinArchive.Store.Measuring;

/// <summary>What is told of writing the archive to whoever listens: how long it waits for the write lock, how long it holds it, how much it keeps. Rehearsals are not told of.</summary>
internal static class StoreMeasures
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "KremlinArchive.Store";

    private static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };

    private static readonly Histogram<double> Waits = Meter.CreateHistogram(
        "kremlin_archive.store.lock.wait", "s", "How long writers waited for the archive's only write lock.", tags: null, Seconds);

    private static readonly Histogram<double> Writes = Meter.CreateHistogram(
        "kremlin_archive.store.write.duration", "s", "How long writing transactions had the lock, by whether they were committed.", tags: null, Seconds);

    private static readonly Counter<long> CaptureBytes = Meter.CreateCounter<long>(
        "kremlin_archive.store.captured", "By", "Bytes of captures that were kept, unpacked; the same bytes are kept once.");

    /// <summary>Begins the trace of a transaction that writes.</summary>
    public static Activity? Write() => Source.StartActivity("store.write");

    /// <summary>A transaction that writes has ended.</summary>
    /// <param name="waited">How long it waited for the lock.</param>
    /// <param name="took">How long it had it.</param>
    /// <param name="isCommitted">False if it was rolled back.</param>
    public static void Wrote(TimeSpan waited, TimeSpan took, bool isCommitted)
    {
        Waits.Record(waited.TotalSeconds);
        Writes.Record(took.TotalSeconds, new KeyValuePair<string, object?>("result", isCommitted ? "committed" : "failed"));
    }

    public static void Captured(long bytes) => CaptureBytes.Add(bytes);
}

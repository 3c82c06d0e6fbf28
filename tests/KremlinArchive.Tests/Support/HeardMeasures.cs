using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace KremlinArchive.Tests.Support;

/// <summary>Hears what is measured of all that the test itself does: meters are the process's, and other tests run beside it.</summary>
internal sealed class HeardMeasures : IDisposable
{
    private static readonly AsyncLocal<HeardMeasures?> Mine = new();

    private readonly ConcurrentQueue<HeardMeasure> heard = new();
    private readonly MeterListener listener = new();

    public HeardMeasures()
    {
        Mine.Value = this;
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name.StartsWith("KremlinArchive.", StringComparison.Ordinal))
                own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>(Hear);
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, state) => Hear(instrument, value, tags, state));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, state) => Hear(instrument, value, tags, state));
        listener.Start();
    }

    /// <summary>All that was heard, in its order.</summary>
    public IReadOnlyList<HeardMeasure> All => [.. heard];

    /// <summary>What was heard of an instrument, in its order.</summary>
    public IReadOnlyList<HeardMeasure> Of(string instrument) => [.. heard.Where(measure => measure.Instrument == instrument)];

    /// <summary>What a meter shows when one looks at it.</summary>
    public IReadOnlyDictionary<string, double> Look(Meter meter)
    {
        var before = heard.Count;
        listener.RecordObservableInstruments();
        return heard.Skip(before).Where(measure => measure.Meter == meter).ToDictionary(measure => measure.Instrument, measure => measure.Value);
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        if (Mine.Value == this)
            heard.Enqueue(new HeardMeasure(instrument.Meter, instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
    }
}

/// <summary>One measurement.</summary>
/// <param name="Tags">Its attributes, <c>name=value</c>.</param>
internal sealed record HeardMeasure(Meter Meter, string Instrument, double Value, string Tags);

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using KremlinArchive.Web.Hosting.Limits;

namespace KremlinArchive.Web.Measuring;

/// <summary>What is told of pages to whoever listens: circuits that are open, requests that were refused. The rest the web framework tells.</summary>
internal sealed class WebMeasures
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "KremlinArchive.Web";

    private long circuits;
    private readonly ConcurrentDictionary<string, long> refused = new(Refusal.Causes.Select(cause => KeyValuePair.Create(cause, 0L)));

    public WebMeasures(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        meter.CreateObservableUpDownCounter("kremlin_archive.web.circuits", () => Interlocked.Read(ref circuits), "{circuit}", "Circuits that are kept, connected or waiting for their reader.");
        meter.CreateObservableCounter("kremlin_archive.web.refused", Refused, "{request}", "Requests refused: one client or all together asked too much, or the database is away.");
    }

    public void CircuitOpened() => Interlocked.Increment(ref circuits);

    public void CircuitClosed() => Interlocked.Decrement(ref circuits);

    public void Refused(Refusal refusal) => refused.AddOrUpdate(refusal.Cause, 1, (_, count) => count + 1);

    private IEnumerable<Measurement<long>> Refused() => refused.Select(pair => new Measurement<long>(pair.Value, new KeyValuePair<string, object?>("cause", pair.Key)));
}

using System.Diagnostics.Metrics;
using KremlinArchive.Web.Hosting.Limits;

namespace KremlinArchive.Web.Measuring;

/// <summary>What is told of pages to whoever listens: circuits that are open, requests that were refused for the load. The rest the web framework tells.</summary>
internal sealed class WebMeasures
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "KremlinArchive.Web";

    private long circuits;
    private long refusedClients;
    private long refusedByAll;

    public WebMeasures(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        meter.CreateObservableUpDownCounter("kremlin_archive.web.circuits", () => Interlocked.Read(ref circuits), "{circuit}", "Circuits that are kept, connected or waiting for their reader.");
        meter.CreateObservableCounter("kremlin_archive.web.refused", Refused, "{request}", "Requests refused for the load: of one client, or of all together.");
    }

    public void CircuitOpened() => Interlocked.Increment(ref circuits);

    public void CircuitClosed() => Interlocked.Decrement(ref circuits);

    public void Refused(Refusal refusal)
    {
        if (refusal.Status == StatusCodes.Status429TooManyRequests)
            Interlocked.Increment(ref refusedClients);
        else
            Interlocked.Increment(ref refusedByAll);
    }

    private IEnumerable<Measurement<long>> Refused() =>
    [
        new Measurement<long>(Interlocked.Read(ref refusedClients), new KeyValuePair<string, object?>("load", "client")),
        new Measurement<long>(Interlocked.Read(ref refusedByAll), new KeyValuePair<string, object?>("load", "all")),
    ];
}

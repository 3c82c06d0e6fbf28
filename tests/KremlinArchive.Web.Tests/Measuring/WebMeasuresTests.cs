using System.Diagnostics;
using System.Diagnostics.Metrics;
using KremlinArchive.Web.Hosting.Limits;
using KremlinArchive.Web.Measuring;
using Microsoft.Extensions.DependencyInjection;

namespace KremlinArchive.Web.Tests.Measuring;

public sealed class WebMeasuresTests
{
    [Fact]
    public void RefusalsAndCircuitsAreCounted()
    {
        using var services = new ServiceCollection().AddMetrics().AddSingleton<WebMeasures>().BuildServiceProvider();
        var measures = services.GetRequiredService<WebMeasures>();
        measures.Refused(Refusal.Overloaded);
        measures.Refused(Refusal.Overloaded);
        measures.Refused(Refusal.TooMany(null));
        measures.Refused(Refusal.Away);
        measures.CircuitOpened();
        measures.CircuitOpened();
        measures.CircuitClosed();
        Assert.Equal(["kremlin_archive.web.circuits  1", "kremlin_archive.web.refused away 1", "kremlin_archive.web.refused building 0", "kremlin_archive.web.refused client 1", "kremlin_archive.web.refused server 2"], Look(services.GetRequiredService<IMeterFactory>()));
    }

    [Fact]
    public void ATraceIsRidOfWhatWasAskedForAndByWhom()
    {
        using var request = new Activity("GET /") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.SetTag("url.query", "?q=x").SetTag("client.address", "203.0.113.7").SetTag("user_agent.original", "x").SetTag("http.route", "/").Start();
        new DiscreetTraces().OnEnd(request);
        Assert.Equal(["http.route"], request.TagObjects.Select(tag => tag.Key));
        Assert.True(request.Recorded);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void AQuestionToTheDatabaseIsWorthATraceWhereItBelongsToSomething(bool isPartOfSomething, bool isTold)
    {
        using var source = new ActivitySource("A test of traces");
        using var listener = new ActivityListener { ShouldListenTo = other => other == source, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        using var whole = isPartOfSomething ? source.StartActivity("request", ActivityKind.Server) : null;
        using var question = source.StartActivity("SELECT", ActivityKind.Client)!;
        new DiscreetTraces().OnEnd(question);
        Assert.Equal(isTold, question.Recorded);
    }

    private static IEnumerable<string> Look(IMeterFactory meters)
    {
        var seen = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            // Meters of other tests have other factories.
            if (instrument.Meter.Name == WebMeasures.Name && instrument.Meter.Scope == meters)
                own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Add($"{instrument.Name} {(tags.Length > 0 ? tags[0].Value : "")} {value}"));
        listener.Start();
        listener.RecordObservableInstruments();
        return seen.Order(StringComparer.Ordinal);
    }
}

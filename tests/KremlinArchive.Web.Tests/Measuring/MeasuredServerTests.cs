using System.Net;

namespace KremlinArchive.Web.Tests.Measuring;

public sealed class MeasuredServerTests(MeasuredServer measured) : IClassFixture<MeasuredServer>
{
    private const string Odd = "неведомоеслово", Visitor = "InventedReader/1.0";

    [Fact]
    public async Task EveryMeasureOfTheDashboardIsOneThatTheServerTells()
    {
        await measured.Server.JsonAsync("/api/v1/search?q=маяк");
        var told = TextExposition.Read(await measured.Server.Http.GetStringAsync(measured.Metrics, TestContext.Current.CancellationToken));
        var dashboard = Dashboard.Read();
        Assert.True(dashboard.Measures.Count > 20);
        Assert.Empty(dashboard.Measures.Except(told.Measures));
        Assert.Empty(dashboard.Labels.Except(told.Labels));
    }

    [Fact]
    public async Task WhatReadersReachTellsNoMeasures()
    {
        using var response = await measured.Server.AskAsync("/metrics");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        using var page = await measured.Server.AskAsync(new Uri(new Uri(measured.Metrics), "/").ToString());
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task ATraceTellsTheStagesOfASearchAndNeitherItsQueryNorItsReader()
    {
        foreach (var address in (string[])["/api/v1/search?q=" + Odd, "/?q=" + Odd])
            (await measured.Server.AskAsync(address, ("User-Agent", Visitor))).Dispose();
        // What ends after the search, so that all of it has been sent.
        await measured.EventuallyAsync(() => Traces.Contains("GET /api/v1/search", StringComparison.Ordinal) && Traces.Contains("search.match", StringComparison.Ordinal));
        (await measured.Server.AskAsync("/about?" + Odd)).Dispose();
        await measured.EventuallyAsync(() => Traces.Contains("GET /about", StringComparison.Ordinal));
        Assert.Contains(MeasuredServer.Node, Traces, StringComparison.Ordinal);
        Assert.DoesNotContain(Odd, Traces, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Uri.EscapeDataString(Odd), Traces, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Visitor, Traces, StringComparison.Ordinal);
        Assert.DoesNotContain("/health", Traces, StringComparison.Ordinal);
        await measured.EventuallyAsync(() => measured.Collector.Sent("metrics").Contains("kremlin_archive.search.duration", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheLogNamesTheServerAndTheTraceThatAFailureTells()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c", Parent = $"00-{Trace}-b7ad6b7169203331-01";
        using var problem = await measured.Server.AskAsync("/api/v1/records/ru/events/1", ("traceparent", Parent));
        Assert.Contains(Trace, await problem.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var page = await measured.Server.AskAsync("/error", ("traceparent", Parent));
        Assert.Contains(Trace, await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await measured.EventuallyAsync(() => Lines.Any(line => line.Contains($" {MeasuredServer.Node} GET /api/v1/records/ru/events/1 404 ", StringComparison.Ordinal) && line.EndsWith(Trace, StringComparison.Ordinal)));
    }

    private string Traces => measured.Collector.Sent("traces");

    private string[] Lines => measured.Server.Log.Split('\n', StringSplitOptions.TrimEntries);
}

using System.Net;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;
using static KremlinArchive.Tests.Support.InventedSite;

namespace KremlinArchive.Web.Tests.Desk.Coverage;

/// <summary>The calendar of coverage and its API, on one invented list of which the archive lacks a document.</summary>
public sealed class CoveragePageTests(DeskServer desk)
{
    private const string List = "http://kremlin.ru/events/president/transcripts";

    [Fact]
    public async Task WhatIsMissingIsShownOnItsDayToldByTheApiAndFetched()
    {
        desk.Site.Serve(List, InventedSite.List([(7302, "2026-04-21"), (7301, "2026-04-20")]));
        using (var listed = await desk.Browser.SubmitAsync("/admin/fetch", ("list-address", List), ("list-from", "2026-04-22"), ("list-to", "")))
            await desk.RunAsync(listed);

        var year = await desk.PageAsync("/admin/coverage?lang=ru&period=2026&ui=en");
        Assert.Equal(12, year.QuerySelectorAll("table.month").Length);
        var day = year.QuerySelector("a[href='/admin/coverage?lang=ru&period=2026-04#d2026-04-21']")!;
        Assert.Equal("21 April 2026: 0 of 1 held", day.QuerySelector(".hidden")!.TextContent);
        Assert.Equal("gaps", day.ParentElement!.ClassName);

        var month = await desk.PageAsync("/admin/coverage?lang=ru&period=2026-04&ui=en");
        Assert.Equal("2", month.QuerySelector("[data-figure=missing]")!.TextContent);
        Assert.Contains(month.QuerySelectorAll("#gaps ~ table td"), cell => cell.TextContent == Address(7301));
        Assert.NotNull(month.QuerySelector("tr#d2026-04-21.gaps"));

        var told = await desk.Server.JsonAsync("/api/v1/coverage?lang=ru&from=2026-04-20&to=2026-04-21");
        Assert.Equal((2, 2, 2), (told.GetProperty("total").GetProperty("missing").GetInt32(), told.GetProperty("total").GetProperty("known").GetInt32(), told.GetProperty("days").GetArrayLength()));
        var gaps = await desk.Server.JsonAsync("/api/v1/coverage/gaps?lang=ru&from=2026-04&to=2026-04&size=1");
        Assert.Equal(("ru/events/7301", "missing", "2026-04-20.events.7301"), (gaps.GetProperty("gaps")[0].GetProperty("id").GetString(), gaps.GetProperty("gaps")[0].GetProperty("state").GetString(), gaps.GetProperty("after").GetString()));

        desk.Site.Serve(Address(7301), Page(7301, day: "2026-04-20"));
        desk.Site.Serve(Address(7302), Page(7302, day: "2026-04-21"));
        using (var fetched = await desk.Browser.PressAsync(month.DocumentElement, "/coverage/fetch"))
            await desk.RunAsync(fetched);
        Assert.Equal("2", (await desk.PageAsync("/admin/coverage?lang=ru&period=2026-04")).QuerySelector("[data-figure=held]")!.TextContent);
    }

    [Theory]
    [InlineData("lang", "")]
    [InlineData("lang", "lang=de&from=2024&to=2024")]
    [InlineData("from", "lang=ru&to=2024")]
    [InlineData("from", "lang=ru&from=abc&to=2024")]
    [InlineData("to", "lang=ru&from=2024")]
    [InlineData("to", "lang=ru&from=2024&to=9999")]
    [InlineData("to", "lang=ru&from=2024-10-02&to=2024-10-01")]
    [InlineData("to", "lang=ru&from=2023&to=2024")]
    public async Task AParameterThatIsWrongIsNamed(string wrong, string query)
    {
        using var answer = await desk.Server.Http.GetAsync("/api/v1/coverage?" + query, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{wrong}\":", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAddressesAreDescribed()
    {
        var paths = (await desk.Server.JsonAsync("/openapi/v1.json")).GetProperty("paths");
        Assert.True(paths.TryGetProperty("/api/v1/coverage", out _) && paths.TryGetProperty("/api/v1/coverage/gaps", out _));
    }
}

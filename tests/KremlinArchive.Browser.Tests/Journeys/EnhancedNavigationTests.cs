using System.Text.RegularExpressions;
using KremlinArchive.Browser.Tests.Support;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Journeys;

/// <summary>Where scripts run, links change the page in place.</summary>
public sealed class EnhancedNavigationTests(Chromium chromium, ReadingRoom room) : ReadersTest(chromium, room)
{
    [Fact]
    public async Task AFacetNarrowsWithoutANewPage()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync("/?q=обсерватория");
        await reader.Page.EvaluateAsync("window.stayed = true");
        await reader.Page.Locator(".facets").GetByRole(AriaRole.Link, new() { Name = reader.Word("kind.meeting"), Exact = true }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("kind=meeting"));
        await Expect(reader.Page.Locator(".facets a.chosen")).ToBeVisibleAsync();
        Assert.True(await reader.Page.EvaluateAsync<bool>("window.stayed === true"));
    }

    [Fact]
    public async Task AHitOpensAndTheResultsComeBackWithoutANewPage()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync("/?q=обсерватория");
        await reader.Page.EvaluateAsync("window.stayed = true");
        await reader.Page.Locator("article h2 a").First.ClickAsync();
        await Expect(reader.Page.Locator(".passage").First).ToBeVisibleAsync();
        await reader.Page.GoBackAsync();
        await Expect(reader.Page.Locator("article h2 a").First).ToBeVisibleAsync();
        Assert.True(await reader.Page.EvaluateAsync<bool>("window.stayed === true"));
    }
}

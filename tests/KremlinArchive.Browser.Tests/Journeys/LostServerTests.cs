using KremlinArchive.Browser.Tests.Support;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Journeys;

/// <summary>The server goes away under a reader and comes back.</summary>
public sealed class LostServerTests(Chromium chromium, ReadingRoom room) : ReadersTest(chromium, room)
{
    [Fact]
    public async Task ALostServerLeavesThePageWholeAndSilent()
    {
        using var directory = new TempDirectory();
        await using var first = await RunningServer.StartAsync(directory.Path);
        var home = first.Http.BaseAddress!;
        var reader = await SeatAsync(new Seat(), home);
        await reader.OpenAsync("/?q=маяк");
        var box = reader.Page.Locator("[name=q]");
        await box.FillAsync("ма");
        await Expect(reader.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();

        reader.Watch.BearLoss();
        await first.KillAsync();
        await box.FillAsync("лампы");
        await Expect(reader.Page.Locator("article h2 a").First).ToBeVisibleAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Option).First).ToBeHiddenAsync();
        await Expect(reader.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();

        await using var second = await RunningServer.StartAsync(directory.Path, "--urls", home.AbsoluteUri);
        await Expect(box).ToHaveValueAsync("лампы");
        await box.PressAsync("Enter");
        await Expect(reader.Page.Locator("article mark").First).ToHaveTextAsync("Лампы");
    }
}

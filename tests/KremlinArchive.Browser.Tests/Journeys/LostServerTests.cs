using System.Text.RegularExpressions;
using KremlinArchive.Browser.Tests.Support;
using KremlinArchive.Web.Tests.Support;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Journeys;

/// <summary>The server goes away under a reader and comes back.</summary>
public sealed class LostServerTests(Chromium chromium, ReadingRoom room) : ReadersTest(chromium, room)
{
    [Fact]
    public async Task ALostServerLeavesThePageWholeAndSilent()
    {
        var own = await OpenRoomAsync();
        var reader = await SeatAsync(new Seat(), own.Address);
        await reader.OpenAsync("/?q=маяк");
        var box = reader.Page.Locator("[name=q]");
        await box.FillAsync("ма");
        await Expect(reader.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();

        reader.Watch.BearLoss();
        await own.Server.KillAsync();
        await box.FillAsync("лампы");
        await Expect(reader.Page.Locator("article h2 a").First).ToBeVisibleAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Option).First).ToBeHiddenAsync();
        await Expect(reader.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();

        await using var second = await RunningServer.StartAsync(own.Directory.Path, "--urls", own.Address.AbsoluteUri);
        await Expect(box).ToHaveValueAsync("лампы");
        await box.PressAsync("Enter");
        await Expect(reader.Page.Locator("article mark").First).ToHaveTextAsync(new Regex("^ламп", RegexOptions.IgnoreCase));
    }
}

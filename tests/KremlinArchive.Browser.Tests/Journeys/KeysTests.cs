using KremlinArchive.Browser.Tests.Invented;
using KremlinArchive.Browser.Tests.Support;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Journeys;

/// <summary>The keys of search and reading.</summary>
public sealed class KeysTests(Chromium chromium, ReadingRoom room) : ReadersTest(chromium, room)
{
    [Fact]
    public async Task TheSlashGoesToTheBoxAndTypesInIt()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync("/?q=обсерватория");
        await reader.PressAsync("/");
        await Expect(Box(reader)).ToBeFocusedAsync();
        await reader.Page.Keyboard.TypeAsync("jk/?");
        await Expect(Box(reader)).ToHaveValueAsync("jk/?");
        await Expect(Sheet(reader)).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("/ru/events/67315", "/#q")]
    [InlineData("/ru/events/67315?q=Байден&sort=newest", "/?q=Байден&sort=newest#q")]
    public async Task TheSlashLeadsFromATextToTheBox(string address, string expected)
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync(address);
        await reader.PressAsync("/");
        await Expect(Box(reader)).ToBeFocusedAsync();
        Assert.Equal(expected, reader.Address);
    }

    [Fact]
    public async Task JAndKGoAlongTheHitsAndEnterOpens()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync("/?q=обсерватория");
        var hits = reader.Page.Locator("main article h2 a");
        await reader.PressAsync("j");
        await Expect(hits.Nth(0)).ToBeFocusedAsync();
        await reader.PressAsync("j");
        await reader.PressAsync("j");
        await Expect(hits.Nth(2)).ToBeFocusedAsync();
        await reader.PressAsync("k");
        await Expect(hits.Nth(1)).ToBeFocusedAsync();
        await Expect(hits.Nth(1)).ToBeInViewportAsync();
        var title = await hits.Nth(1).InnerTextAsync();
        await reader.PressAsync("Enter");
        await Expect(reader.Page.Locator(".reading h1")).ToHaveTextAsync(title);
    }

    [Fact]
    public async Task JAndKGoAlongThePassages()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync(LongTranscript.Address + "#p20");
        await reader.PressAsync("j");
        await Expect(reader.Page.Locator("#p21 .number")).ToBeFocusedAsync();
        await reader.PressAsync("k");
        await reader.PressAsync("k");
        await Expect(reader.Page.Locator("#p19 .number")).ToBeFocusedAsync();
        await Expect(reader.Page.Locator("#p19")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task TheSheetNamesTheKeysAndCanTurnThemOff()
    {
        var reader = await SeatAsync(new Seat("en"));
        await reader.OpenAsync("/?q=обсерватория");
        await reader.PressAsync("?");
        await Expect(Sheet(reader)).ToBeVisibleAsync();
        await reader.PressAsync("Escape");
        await Expect(Sheet(reader)).ToBeHiddenAsync();

        await reader.PressAsync("?");
        await reader.Page.GetByRole(AriaRole.Switch, new() { Name = reader.Word("shortcuts.switch") }).UncheckAsync();
        await reader.PressAsync("Escape");
        await reader.OpenAsync("/about");
        await reader.PressAsync("?");
        await reader.PressAsync("Tab");
        await Expect(Sheet(reader)).ToBeHiddenAsync();

        await reader.Page.GetByRole(AriaRole.Button, new() { Name = reader.Word("shortcuts.open") }).ClickAsync();
        await Expect(Sheet(reader)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task OnARussianLayoutTheSameKeysWork()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync("/?q=обсерватория");
        await reader.Page.EvaluateAsync("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', bubbles: true, cancelable: true }))");
        await Expect(reader.Page.Locator("main article h2 a").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task WithoutScriptsNoKeysAreOffered()
    {
        var reader = await SeatAsync(new Seat(HasScript: false));
        await reader.OpenAsync("/");
        await Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = reader.Word("shortcuts.open") })).ToBeHiddenAsync();
        await Expect(Sheet(reader)).ToBeHiddenAsync();
    }

    private static ILocator Box(Reader reader) => reader.Page.Locator("[name=q]");

    private static ILocator Sheet(Reader reader) => reader.Page.Locator("shortcut-sheet dialog");
}

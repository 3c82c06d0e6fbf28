using KremlinArchive.Browser.Tests.Invented;
using KremlinArchive.Browser.Tests.Support;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Journeys;

/// <summary>How a reader sets the text, and what follows along beside it.</summary>
public sealed class TextViewTests(Chromium chromium, ReadingRoom room) : ReadersTest(chromium, room)
{
    [Fact]
    public async Task ALargerTextIsKeptAndMovesNothing()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync("/ru/events/67315");
        var usual = await SizeAsync(reader);
        await reader.Page.GetByLabel(reader.Word("settings.title"), new() { Exact = true }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = reader.Word("settings.size.large"), Exact = true }).ClickAsync();
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("data-text-size", "large");
        var large = await SizeAsync(reader);
        Assert.True(large > usual, $"{large} is not larger than {usual}");

        await reader.OpenAsync(LongTranscript.Address);
        Assert.Equal(large, await SizeAsync(reader));
        await reader.HasNotJumpedAsync();
    }

    [Fact]
    public async Task TheContentsFollowTheReader()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync(LongTranscript.Address);
        var contents = reader.Page.GetByRole(AriaRole.Navigation, new() { Name = reader.Word("contents.title") });
        var current = contents.Locator("[aria-current]");
        await contents.GetByRole(AriaRole.Link).Nth(30).ClickAsync();
        var goal = await contents.GetByRole(AriaRole.Link).Nth(30).GetAttributeAsync("href") ?? "";
        await Expect(current).ToHaveAttributeAsync("href", goal);
        await Expect(NamedBy(reader, goal)).ToBeInViewportAsync();

        // A list under the pointer stands still.
        await reader.Page.Mouse.MoveAsync(Seat.Wide / 2, 400);
        await reader.Page.Locator($"#p{LongTranscript.Passages - 30}").EvaluateAsync("passage => passage.scrollIntoView()");
        await Expect(current).Not.ToHaveAttributeAsync("href", goal);
        await Expect(current).ToBeInViewportAsync();
    }

    [Fact]
    public async Task WithoutScriptsTheContentsAreLinks()
    {
        var reader = await SeatAsync(new Seat(HasScript: false));
        await reader.OpenAsync(LongTranscript.Address);
        var contents = reader.Page.GetByRole(AriaRole.Navigation, new() { Name = reader.Word("contents.title") });
        var entry = contents.GetByRole(AriaRole.Link).Nth(30);
        var goal = await entry.GetAttributeAsync("href") ?? "";
        await entry.ClickAsync();
        await Expect(NamedBy(reader, goal)).ToBeInViewportAsync();
        Assert.Equal(goal, reader.Address);
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task ACitationIsCopied(string language)
    {
        var reader = await SeatAsync(new Seat(language));
        await reader.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await reader.OpenAsync("/ru/events/67315");
        await reader.Page.Locator("summary", new() { HasText = reader.Word("citation.title") }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = reader.Word("citation.copy") }).ClickAsync();
        await Expect(reader.Page.GetByText(reader.Word("citation.copied"), new() { Exact = true })).ToBeVisibleAsync();
        Assert.Contains("Встреча с Президентом США Джозефом Байденом", await reader.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    // The part of the page that an address names.
    private static ILocator NamedBy(Reader reader, string address) => reader.Page.Locator(address[address.IndexOf('#', StringComparison.Ordinal)..]);

    private static Task<double> SizeAsync(Reader reader) =>
        reader.Page.Locator("#p1 p").EvaluateAsync<double>("text => parseFloat(getComputedStyle(text).fontSize)");
}

using System.Text.RegularExpressions;
using KremlinArchive.Browser.Tests.Support;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Journeys;

/// <summary>Suggestions under the box, over a circuit that nothing depends on.</summary>
public sealed class SuggestionTests(Chromium chromium, ReadingRoom room) : ReadersTest(chromium, room)
{
    [Theory]
    [InlineData(Seat.Wide)]
    [InlineData(Seat.Narrow)]
    public async Task APersonIsSuggestedAndChosenByTheKeyboard(int width)
    {
        var reader = await SeatAsync(new Seat(Width: width));
        await reader.OpenAsync("/");
        await Box(reader).PressSequentiallyAsync("небоскл");
        await Expect(Options(reader).First).ToBeVisibleAsync();
        await Expect(Options(reader).First).ToContainTextAsync("Небосклонова Мария");
        await Expect(Box(reader)).ToHaveAttributeAsync("aria-expanded", "true");
        await reader.PressAsync("ArrowDown");
        await Expect(Options(reader).First).ToHaveAttributeAsync("aria-selected", "true");
        await reader.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(new Regex("person=900000012"));
        await Expect(reader.Page.Locator("main article h2 a").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ATitleIsSuggestedAndOpensByAClick()
    {
        var reader = await SeatAsync(new Seat("en"));
        await reader.OpenAsync("/?q=обсерватория");
        await Box(reader).FillAsync("большая беседа");
        await Options(reader).Filter(new() { HasText = "Большая беседа" }).First.ClickAsync();
        await Expect(reader.Page.Locator(".reading h1")).ToHaveTextAsync(Invented.LongTranscript.Document.Title);
    }

    [Fact]
    public async Task WhoChoosesNothingSearchesForWhatWasTyped()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync("/");
        await Box(reader).PressSequentiallyAsync("маятник");
        await reader.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"\?q=[^&]+$"));
        await Expect(reader.Page.Locator("main article h2 a")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task EscapeClosesTheSuggestionsAndKeepsTheWords()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync("/");
        await Box(reader).FillAsync("небоскл");
        await Expect(Options(reader).First).ToBeVisibleAsync();
        await reader.PressAsync("Escape");
        await Expect(Options(reader).First).ToBeHiddenAsync();
        await Expect(Box(reader)).ToHaveValueAsync("небоскл");
    }

    private static ILocator Box(Reader reader) => reader.Page.Locator("[name=q]");

    private static ILocator Options(Reader reader) => reader.Page.GetByRole(AriaRole.Option);
}

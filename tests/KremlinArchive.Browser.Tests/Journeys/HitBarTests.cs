using KremlinArchive.Browser.Tests.Invented;
using KremlinArchive.Browser.Tests.Support;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Journeys;

/// <summary>From the results into a text, along what matched there, and back to the same place.</summary>
public sealed class HitBarTests(Chromium chromium, ReadingRoom room) : ReadersTest(chromium, room)
{
    [Fact]
    public async Task TheBarGoesAlongTheMarks()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync(LongTranscript.Address + "?q=телескоп");
        var marks = reader.Page.Locator("article mark");
        var count = await marks.CountAsync();
        await Expect(Status(reader)).ToHaveTextAsync(Counted(reader, "hits", count));

        await Button(reader, "hits.next").ClickAsync();
        await Expect(Current(reader)).ToBeInViewportAsync();
        await Expect(Status(reader)).ToHaveTextAsync(Counted(reader, "ofhits", count).Replace("#", "1", StringComparison.Ordinal));
        await Button(reader, "hits.previous").ClickAsync();
        await Expect(Status(reader)).ToHaveTextAsync(Counted(reader, "ofhits", count).Replace("#", $"{count}", StringComparison.Ordinal));
        await Expect(marks.Last).ToHaveAttributeAsync("aria-current", "true");
        await Expect(marks.Last).ToBeInViewportAsync();
        await reader.PressAsync("n");
        await reader.PressAsync("n");
        await Expect(Status(reader)).ToHaveTextAsync(Counted(reader, "ofhits", count).Replace("#", "2", StringComparison.Ordinal));
        await reader.PressAsync("p");
        await Expect(marks.First).ToHaveAttributeAsync("aria-current", "true");
        await Expect(Current(reader)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task WithoutScriptsTheBarLeadsToThePassages()
    {
        var reader = await SeatAsync(new Seat(HasScript: false));
        await reader.OpenAsync(LongTranscript.Address + "?q=маятник");
        await Expect(Button(reader, "hits.next")).ToBeHiddenAsync();
        await reader.Page.Locator("hit-bar").GetByRole(AriaRole.Link, new() { Name = $"{LongTranscript.PendulumPassage}", Exact = true }).ClickAsync();
        await Expect(reader.Page.Locator($"#p{LongTranscript.PendulumPassage} mark")).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(Seat.Wide, true)]
    [InlineData(Seat.Narrow, true)]
    [InlineData(Seat.Wide, false)]
    public async Task TheWayBackLeadsToTheHit(int width, bool hasScript)
    {
        var reader = await SeatAsync(new Seat(Width: width, HasScript: hasScript));
        await reader.OpenAsync("/?q=обсерватория&sort=oldest&page=2");
        var hit = reader.Page.Locator("main article h2 a").Nth(12);
        var title = await hit.InnerTextAsync();
        await hit.ClickAsync();
        await Expect(reader.Page.Locator(".reading h1")).ToHaveTextAsync(title);
        await reader.Page.Locator("hit-bar").GetByRole(AriaRole.Link, new() { Name = reader.Word("reading.back") }).ClickAsync();
        await Expect(hit).ToHaveTextAsync(title);
        await Expect(hit).ToBeInViewportAsync();
        Assert.StartsWith("/?q=обсерватория&sort=oldest&page=2#", reader.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoCameWithoutASearchSeesNoBar()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync(LongTranscript.Address);
        await Expect(reader.Page.Locator("hit-bar")).ToHaveCountAsync(0);
    }

    private static ILocator Button(Reader reader, string word) => reader.Page.Locator("hit-bar").GetByRole(AriaRole.Button, new() { Name = reader.Word(word), IncludeHidden = true });

    private static ILocator Status(Reader reader) => reader.Page.Locator("hit-bar").GetByRole(AriaRole.Status);

    private static ILocator Current(Reader reader) => reader.Page.Locator("article mark[aria-current]");

    // 210 and 1,000 are many in Russian; the transcript's counts are of no other form.
    private static string Counted(Reader reader, string noun, int count) => reader.Word($"{noun}.many", count);
}

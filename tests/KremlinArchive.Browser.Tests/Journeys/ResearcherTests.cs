using KremlinArchive.Browser.Tests.Invented;
using KremlinArchive.Browser.Tests.Support;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Journeys;

/// <summary>A researcher reads whole texts: by a permanent link, by the keyboard alone, on paper.</summary>
public sealed class ResearcherTests(Chromium chromium, ReadingRoom room) : ReadersTest(chromium, room)
{
    [Theory]
    [InlineData(Seat.Wide, true)]
    [InlineData(Seat.Wide, false)]
    [InlineData(Seat.Narrow, true)]
    [InlineData(Seat.Narrow, false)]
    public async Task APermanentLinkOpensItsPassage(int width, bool hasScript)
    {
        var reader = await SeatAsync(new Seat(Width: width, HasScript: hasScript));
        await reader.OpenAsync($"{LongTranscript.Address}#p{LongTranscript.PendulumPassage}");
        var passage = reader.Page.Locator($"#p{LongTranscript.PendulumPassage}");
        await Expect(passage).ToBeInViewportAsync();
        await Expect(passage).ToContainTextAsync("А маятник висит у входа.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task APassagesNumberIsItsPermanentLink(bool hasScript)
    {
        var reader = await SeatAsync(new Seat(HasScript: hasScript));
        await reader.OpenAsync(LongTranscript.Address);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Word("reading.passage", 5), Exact = true }).ClickAsync();
        await Expect(reader.Page.Locator("#p5")).ToBeInViewportAsync();
        await Expect(reader.Page.Locator("#p5:target")).ToHaveCountAsync(1);
        Assert.Equal(LongTranscript.Address + "#p5", reader.Address);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OneSpeakersWordsAreReadAlone(bool hasScript)
    {
        var reader = await SeatAsync(new Seat(HasScript: hasScript));
        await reader.OpenAsync(LongTranscript.Address + "?q=телескоп");
        var speakers = reader.Page.Locator("h2.speaker");
        var all = await speakers.CountAsync();
        await reader.Page.Locator("aside td a").First.ClickAsync();
        await Expect(reader.Page.GetByText(reader.Word("only.whole"))).ToBeVisibleAsync();
        Assert.InRange(await speakers.CountAsync(), 1, all - 1);
        Assert.Single((await speakers.AllInnerTextsAsync()).Select(name => name.ToUpperInvariant()).Distinct());
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Word("only.whole"), Exact = true }).ClickAsync();
        await Expect(speakers).ToHaveCountAsync(all);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheWholeTextIsThereAtOnce(bool hasScript)
    {
        var reader = await SeatAsync(new Seat(HasScript: hasScript));
        await reader.OpenAsync(LongTranscript.Address);
        await Expect(reader.Page.Locator(".passage")).ToHaveCountAsync(LongTranscript.Passages);
        await Expect(reader.Page.GetByText("А маятник висит у входа.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("ru", true)]
    [InlineData("en", false)]
    public async Task TheKeyboardAloneFindsAndOpens(string language, bool hasScript)
    {
        var reader = await SeatAsync(new Seat(language, HasScript: hasScript));
        await reader.OpenAsync("/");
        await reader.TabToAsync(reader.Page.GetByLabel(reader.Word("search.label"), new() { Exact = true }));
        await reader.Page.Keyboard.TypeAsync("маятник");
        await reader.PressAsync("Enter");
        var hit = reader.Page.GetByRole(AriaRole.Region, new() { Name = reader.Word("search.hits") }).Locator("h2 a");
        await Expect(hit).ToHaveCountAsync(1);
        await reader.TabToAsync(hit);
        await reader.PressAsync("Enter");
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(LongTranscript.Document.Title);
    }

    [Theory]
    [InlineData("/?q=обсерватория", true)]
    [InlineData("/?q=обсерватория", false)]
    [InlineData("/ru/events/67315", true)]
    [InlineData("/no/such/page", false)]
    public async Task TheFirstStopSkipsToTheContent(string address, bool hasScript)
    {
        var reader = await SeatAsync(new Seat(HasScript: hasScript));
        await reader.OpenAsync(address, address.StartsWith("/no", StringComparison.Ordinal) ? 404 : 200);
        await reader.PressAsync("Tab");
        await reader.PressAsync("Enter");
        await Expect(reader.Page.Locator("main")).ToBeFocusedAsync();
        Assert.Equal(address + "#content", reader.Address);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task PaperShowsTheTextAndItsSourceAndNothingElse(string theme)
    {
        var reader = await SeatAsync(new Seat(Theme: theme));
        await reader.OpenAsync("/ru/events/67315?q=Байден");
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("#p3")).ToBeVisibleAsync();
        foreach (var part in (string[])["header.masthead", "footer.colophon", "a.skip", "nav"])
            await Expect(reader.Page.Locator(part).Filter(new() { Visible = true })).ToHaveCountAsync(0);
        await reader.PictureAsync("print");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheTranslationIsOneClickAway(bool hasScript)
    {
        var reader = await SeatAsync(new Seat(HasScript: hasScript));
        await reader.OpenAsync("/ru/events/900000001");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "English", Exact = true }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Meeting with President of Primoreya Nicholas Shtil");
        await Expect(reader.Page.Locator("article")).ToHaveAttributeAsync("lang", "en");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
    }
}

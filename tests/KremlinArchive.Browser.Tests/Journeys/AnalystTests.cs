using System.Text.RegularExpressions;
using KremlinArchive.Browser.Tests.Support;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Journeys;

/// <summary>An analyst looks for readouts by word and date, narrows, opens, comes back.</summary>
public sealed partial class AnalystTests(Chromium chromium, ReadingRoom room) : ReadersTest(chromium, room)
{
    public static MatrixTheoryData<string, bool> Readers { get; } = new(["ru", "en"], [true, false]);

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task AnAnalystSearchesByWordAndDateAndNarrows(string language, bool hasScript)
    {
        var reader = await SeatAsync(new Seat(language, HasScript: hasScript));
        await reader.OpenAsync("/");
        await Box(reader).FillAsync("обсерватория");
        await reader.Page.Locator("[name=from]").FillAsync("2004-01-01");
        await reader.Page.Locator("[name=to]").FillAsync("2020-12-31");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = reader.Word("search.button"), Exact = true }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("from=2004-01-01&to=2020-12-31"));
        await Expect(Box(reader)).ToHaveValueAsync("обсерватория");
        var all = await FoundAsync(reader);

        await Facets(reader).GetByRole(AriaRole.Link, new() { Name = reader.Word("kind.meeting"), Exact = true }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("kind=meeting"));
        await Expect(Chip(reader)).ToBeVisibleAsync();
        Assert.InRange(await FoundAsync(reader), 1, all - 1);
        await Expect(Box(reader)).ToHaveValueAsync("обсерватория");

        await Chip(reader).ClickAsync();
        await Expect(Chip(reader)).ToHaveCountAsync(0);
        await Expect(reader.Page).ToHaveURLAsync(new Regex("from=2004-01-01&to=2020-12-31"));
        Assert.Equal(all, await FoundAsync(reader));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task AnAnalystTurnsThePageOpensAHitAndComesBack(string language, bool hasScript)
    {
        var reader = await SeatAsync(new Seat(language, HasScript: hasScript));
        await reader.OpenAsync("/?q=телескоп&sort=newest");
        var first = await Hits(reader).First.InnerTextAsync();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Word("search.next") }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("page=2"));
        await Expect(Hits(reader).First).Not.ToHaveTextAsync(first);
        var results = reader.Address;
        var title = await Hits(reader).Nth(1).InnerTextAsync();

        await Hits(reader).Nth(1).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Expect(reader.Page.Locator("article mark").First).ToHaveTextAsync(Telescope());

        await reader.Page.GoBackAsync();
        await Expect(Hits(reader).Nth(1)).ToHaveTextAsync(title);
        Assert.Equal(results, reader.Address);
    }

    [Fact]
    public async Task ASnippetOpensItsPassage()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync("/?q=маятник");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Word("search.passage", Invented.LongTranscript.PendulumPassage) }).ClickAsync();
        var passage = reader.Page.Locator($"#p{Invented.LongTranscript.PendulumPassage}");
        await Expect(passage).ToBeInViewportAsync();
        await Expect(passage.Locator("mark")).ToHaveTextAsync("маятник");
    }

    [Fact]
    public async Task TheYearsAreLinks()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync("/?q=обсерватория");
        var all = await FoundAsync(reader);
        var bar = reader.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(@"^2010\D") });
        await bar.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(new Regex("from=2010&to=2010"));
        await Expect(reader.Page.Locator("[name=to]")).ToHaveValueAsync("2010-12-31");
        Assert.InRange(await FoundAsync(reader), 1, all - 1);
        await Expect(reader.Page.Locator(".bars a")).ToHaveCountAsync(12);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Word("search.histogram.all"), Exact = true }).ClickAsync();
        await Expect(reader.Page).Not.ToHaveURLAsync(new Regex("from="));
        await Expect(reader.Page.Locator(".bars a[aria-current]")).ToHaveCountAsync(0);
        Assert.Equal(all, await FoundAsync(reader));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task AnAnalystRulesAValueOutAndLetsItInAgain(string language, bool hasScript)
    {
        var reader = await SeatAsync(new Seat(language, HasScript: hasScript));
        await reader.OpenAsync("/?q=обсерватория");
        var all = await FoundAsync(reader);
        var meeting = reader.Word("kind.meeting");
        await Facets(reader).GetByRole(AriaRole.Link, new() { Name = reader.Word("facet.exclude", meeting), Exact = true }).PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(new Regex("not.kind=meeting"));
        await Expect(Chip(reader)).ToContainTextAsync(reader.Word("search.not", meeting));
        Assert.InRange(await FoundAsync(reader), 1, all - 1);
        await Chip(reader).ClickAsync();
        await Expect(Chip(reader)).ToHaveCountAsync(0);
        Assert.Equal(all, await FoundAsync(reader));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task AnAnalystFindsAValueInTheWholeListOfAFacet(string language, bool hasScript)
    {
        var reader = await SeatAsync(new Seat(language, HasScript: hasScript));
        await reader.OpenAsync("/facets/person?q=обсерватория");
        var values = reader.Page.Locator("[data-values] a.value");
        await Expect(values).Not.ToHaveCountAsync(1);
        var box = reader.Page.Locator("facet-filter [name=name]");
        await box.PressSequentiallyAsync("небоск");
        if (!hasScript)
            await box.PressAsync("Enter");
        await Expect(values).ToHaveCountAsync(1);
        await Expect(values).ToHaveTextAsync("Небосклонова Мария");
        await values.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/\?q=[^&]+&person=900000012$"));
        await Expect(Hits(reader).First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FoldedFacetsNarrowOnASmallScreen(bool hasScript)
    {
        var reader = await SeatAsync(new Seat(Width: Seat.Narrow, HasScript: hasScript));
        await reader.OpenAsync("/?q=обсерватория");
        var meeting = Facets(reader).GetByRole(AriaRole.Link, new() { Name = reader.Word("kind.meeting"), Exact = true });
        await Expect(meeting).ToBeHiddenAsync();
        await Folded(reader).ClickAsync();
        await meeting.ClickAsync();
        await Expect(Folded(reader)).ToHaveTextAsync(reader.Word("search.filters.active", 1));
    }

    [Fact]
    public async Task NothingFoundLeadsOn()
    {
        var reader = await SeatAsync(new Seat());
        await reader.OpenAsync("/?q=обсерватория&kind=decree");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Word("search.none.without", $"вид: {reader.Word("kind.decree")}") }).ClickAsync();
        await Expect(Hits(reader).First).ToBeVisibleAsync();
    }

    private static ILocator Box(Reader reader) => reader.Page.GetByLabel(reader.Word("search.label"), new() { Exact = true });

    private static ILocator Facets(Reader reader) => reader.Page.Locator(".facets");

    private static ILocator Folded(Reader reader) => reader.Page.Locator(".facets > summary");

    private static ILocator Chip(Reader reader) =>
        reader.Page.Locator(".summary").GetByRole(AriaRole.Link, new() { NameRegex = new Regex(Regex.Escape(reader.Word("kind.meeting"))) });

    private static ILocator Hits(Reader reader) => reader.Page.GetByRole(AriaRole.Region, new() { Name = reader.Word("search.hits") }).Locator("h2 a");

    // How many documents the page says it found.
    private static async Task<int> FoundAsync(Reader reader) =>
        int.Parse(Digits().Match(await reader.Page.Locator(".summary [role=status]").InnerTextAsync()).Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d+")]
    private static partial Regex Digits();

    [GeneratedRegex("^телескоп", RegexOptions.IgnoreCase)]
    private static partial Regex Telescope();
}

using KremlinArchive.Browser.Tests.Support;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Pages;

public sealed class SearchPageTests(Chromium chromium, ReadingRoom room) : InspectedPage(chromium, room)
{
    [Theory]
    [MemberData(nameof(Seats.Across), MemberType = typeof(Seats))]
    public Task TheFirstVisit(string language, string theme, int width) => InspectAsync("first-visit", "/", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Across), MemberType = typeof(Seats))]
    public Task ResultsWithFacets(string language, string theme, int width) => InspectAsync("results", "/?q=обсерватория", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task ResultsUnderSeveralConstraints(string language, string theme, int width) =>
        InspectAsync("constraints", "/?q=обсерватория звёзды&from=2004&to=2020&kind=meeting&kind=phone-call&country=XA&not.place=нигде&sort=oldest", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task ResultsWithAllFacetsUnfolded(string language, string theme, int width) =>
        InspectAsync("facets-unfolded", "/?q=обсерватория&country=XA", new Seat(language, theme, width), prepare: UnfoldAsync);

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task ResultsOfAYearByMonths(string language, string theme, int width) => InspectAsync("months", "/?q=обсерватория&from=2010&to=2010", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task ResultsOfADayAmongTheDaysOfItsMonth(string language, string theme, int width) =>
        InspectAsync("days", "/?q=обсерватория&from=2011-11-30&to=2011-11-30", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task AValueAboutToBeRuledOut(string language, string theme, int width) =>
        LookAsync("exclusion", "/?q=обсерватория&not.country=XA", new Seat(language, theme, width), FocusExclusionAsync);

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheSecondPageOfResults(string language, string theme, int width) => InspectAsync("second-page", "/?q=обсерватория&page=2", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Across), MemberType = typeof(Seats))]
    public Task NoHits(string language, string theme, int width) => InspectAsync("no-hits", "/?q=\"небывалая обсерватория\" -звезда&kind=decree&from=2021", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task AWrongParameter(string language, string theme, int width) => InspectAsync("wrong-parameter", "/?q=обсерватория&from=abc&page=0", new Seat(language, theme, width), status: 400);

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task Suggestions(string language, string theme, int width) => LookAsync("suggestions", "/", new Seat(language, theme, width), AskAsync);

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task AQueryOfManyParts(string language, string theme, int width) =>
        InspectAsync("parts", "/?q=обсерватория -телескоп|небывалое до:2030 заголовок:(беседа OR встреча OR обсерватория)", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task AnotherReadingOfAQuery(string language, string theme, int width) => InspectAsync("rescue", "/?q=j,cthdfnjhbz", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheHelpByTheBox(string language, string theme, int width) => LookAsync("help", "/?q=обсерватория", new Seat(language, theme, width), async reader =>
    {
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = reader.Word("search.help"), Exact = true }).ClickAsync();
        await Expect(reader.Page.Locator("#query-help")).ToBeVisibleAsync();
    });

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheSheetOfKeys(string language, string theme, int width) => LookAsync("keys", "/?q=обсерватория", new Seat(language, theme, width), reader => reader.PressAsync("?"));

    private static async Task AskAsync(Reader reader)
    {
        await reader.Page.Locator("[name=q]").FillAsync("беседа");
        await Expect(reader.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
    }

    private static async Task FocusExclusionAsync(Reader reader)
    {
        await UnfoldAsync(reader);
        await reader.Page.Locator("a.except").First.FocusAsync();
        await Expect(reader.Page.Locator("a.except").First).ToHaveCSSAsync("opacity", "1");
    }

    private static Task UnfoldAsync(Reader reader) => reader.Page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
}

using KremlinArchive.Browser.Tests.Support;
using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Journeys;

/// <summary>The switches of language and colours: nothing of what the address says is lost, and the choice is kept.</summary>
public sealed class SwitchesTests(Chromium chromium, ReadingRoom room) : ReadersTest(chromium, room)
{
    private const string State = "q=обсерватория&from=2004&to=2020&kind=meeting&sort=oldest";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheLanguageSwitchKeepsTheState(bool hasScript)
    {
        var reader = await SeatAsync(new Seat(HasScript: hasScript));
        await reader.OpenAsync("/?" + State);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "EN", Exact = true }).First.ClickAsync();
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.Equal($"/?{State}&ui=en", reader.Address);
        await Expect(reader.Page.Locator("[name=q]")).ToHaveValueAsync("обсерватория");

        await reader.OpenAsync("/about");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheThemeSwitchKeepsTheState(bool hasScript)
    {
        var reader = await SeatAsync(new Seat(HasScript: hasScript));
        await reader.OpenAsync("/?" + State);
        await ExpectPaperAsync(reader, "rgb(251, 250, 247)");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Word("theme.to.dark") }).ClickAsync();
        await ExpectPaperAsync(reader, "rgb(22, 21, 20)");
        Assert.Equal($"/?{State}&theme=dark", reader.Address);

        await reader.OpenAsync("/about");
        await ExpectPaperAsync(reader, "rgb(22, 21, 20)");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Word("theme.to.light") }).ClickAsync();
        await ExpectPaperAsync(reader, "rgb(251, 250, 247)");
    }

    [Fact]
    public async Task APageThatIsMissingIsTheSameInTheOtherLanguage()
    {
        var reader = await SeatAsync(new Seat(HasScript: false));
        await reader.OpenAsync("/no/such/page", 404);
        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "EN", Exact = true })).ToHaveAttributeAsync("href", "/no/such/page?ui=en");
    }

    private static Task ExpectPaperAsync(Reader reader, string colour) => Expect(reader.Page.Locator("html")).ToHaveCSSAsync("background-color", colour);
}

using KremlinArchive.Browser.Tests.Invented;
using KremlinArchive.Browser.Tests.Support;

namespace KremlinArchive.Browser.Tests.Pages;

public sealed class ReadingPageTests(Chromium chromium, ReadingRoom room) : InspectedPage(chromium, room)
{
    [Theory]
    [MemberData(nameof(Seats.Across), MemberType = typeof(Seats))]
    public Task AReadout(string language, string theme, int width) => InspectAsync("readout", "/ru/events/67315", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task AReadoutWithHits(string language, string theme, int width) => InspectAsync("readout-hits", "/ru/events/67315?q=Байден", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task AConversation(string language, string theme, int width) => InspectAsync("conversation", "/en/events/900000001?q=lighthouse", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task ALongTranscriptWithHits(string language, string theme, int width) => InspectAsync("long-transcript", LongTranscript.Address + "?q=телескоп", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task ALongTitleWithoutAPlace(string language, string theme, int width) => InspectAsync("long-title", "/ru/events/900200101", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheSettingsOfTheText(string language, string theme, int width) =>
        LookAsync("text-settings", "/ru/events/67315", new Seat(language, theme, width), reader => reader.Page.Locator("text-settings summary").ClickAsync());

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task ALongTranscriptAtAPassage(string language, string theme, int width) =>
        LookAsync("passage", $"{LongTranscript.Address}?q=телескоп#p{LongTranscript.PendulumPassage}", new Seat(language, theme, width), reader => reader.PressAsync("n"));
}

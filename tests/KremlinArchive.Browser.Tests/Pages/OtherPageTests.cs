using KremlinArchive.Browser.Tests.Support;

namespace KremlinArchive.Browser.Tests.Pages;

public sealed class OtherPageTests(Chromium chromium, ReadingRoom room) : InspectedPage(chromium, room)
{
    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task About(string language, string theme, int width) => InspectAsync("about", "/about", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Across), MemberType = typeof(Seats))]
    public Task AllValuesOfAFacet(string language, string theme, int width) =>
        InspectAsync("facet-values", "/facets/place?q=обсерватория&country=XA&not.kind=meeting", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task AnAddressThatLeadsNowhere(string language, string theme, int width) => InspectAsync("missing", "/no/such/page", new Seat(language, theme, width), status: 404);

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task ADocumentThatIsNotHere(string language, string theme, int width) => InspectAsync("missing-document", "/ru/events/1", new Seat(language, theme, width), status: 404);
}

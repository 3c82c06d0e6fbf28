using KremlinArchive.Browser.Tests.Invented;
using KremlinArchive.Browser.Tests.Support;

namespace KremlinArchive.Browser.Tests.Pages;

public sealed class VersionPageTests(Chromium chromium, ReadingRoom room) : InspectedPage(chromium, room)
{
    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheVersionsOfADocument(string language, string theme, int width) =>
        InspectAsync("versions", $"/{Shelf.Edited}/versions", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Across), MemberType = typeof(Seats))]
    public Task TwoVersionsSideBySide(string language, string theme, int width) =>
        InspectAsync("comparison", $"/{Shelf.Edited}/versions/1..2?show=all", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TwoVersionsInOneColumn(string language, string theme, int width) =>
        InspectAsync("comparison-inline", $"/{Shelf.Edited}/versions/1..2?view=inline", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task AVersionThatNoLongerStands(string language, string theme, int width) =>
        InspectAsync("version", $"/{Shelf.Edited}/versions/1", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task AnEditedDocument(string language, string theme, int width) =>
        InspectAsync("edited", $"/{Shelf.Edited}", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheEditsOfAll(string language, string theme, int width) => InspectAsync("changes", "/changes", new Seat(language, theme, width));
}

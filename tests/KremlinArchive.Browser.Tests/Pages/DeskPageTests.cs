using KremlinArchive.Browser.Tests.Support;

namespace KremlinArchive.Browser.Tests.Pages;

/// <summary>The rooms of the admin's desk.</summary>
[Collection(nameof(DeskRoom))]
public sealed class DeskPageTests(Chromium chromium, ReadingRoom room, DeskRoom desk) : InspectedPage(chromium, room)
{
    [Theory]
    [MemberData(nameof(Seats.Across), MemberType = typeof(Seats))]
    public Task TheOverview(string language, string theme, int width) => AtDeskAsync("desk", "/admin", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheHistory(string language, string theme, int width) => AtDeskAsync("desk-runs", "/admin/runs", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task ARunThatIsOver(string language, string theme, int width) => AtDeskAsync("desk-run", "/admin/runs/2", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheQuarantine(string language, string theme, int width) => AtDeskAsync("desk-quarantine", "/admin/quarantine", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task AnEntryOfTheQuarantine(string language, string theme, int width) => AtDeskAsync("desk-entry", "/admin/quarantine/1", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task NothingResolved(string language, string theme, int width) => AtDeskAsync("desk-resolved", "/admin/quarantine?state=resolved", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheIndex(string language, string theme, int width) => AtDeskAsync("desk-index", "/admin/index", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheKeys(string language, string theme, int width) => AtDeskAsync("desk-keys", "/admin/keys", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheAuditLog(string language, string theme, int width) => AtDeskAsync("desk-audit", "/admin/audit", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheSearches(string language, string theme, int width) => AtDeskAsync("desk-searches", "/admin/searches", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task Fetches(string language, string theme, int width) => AtDeskAsync("desk-fetch", "/admin/fetch", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task Watching(string language, string theme, int width) => AtDeskAsync("desk-watch", "/admin/watch", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheCalendarOfCoverage(string language, string theme, int width) => AtDeskAsync("desk-coverage", "/admin/coverage", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task TheDocuments(string language, string theme, int width) => AtDeskAsync("desk-records", "/admin/records", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task ADocumentAndItsCaptures(string language, string theme, int width) => AtDeskAsync("desk-record", "/admin/records/ru/events/67315", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task ACapture(string language, string theme, int width) => AtDeskAsync("desk-capture", "/admin/records/captures/1", new Seat(language, theme, width));

    [Theory]
    [MemberData(nameof(Seats.Opposite), MemberType = typeof(Seats))]
    public Task AMissingRun(string language, string theme, int width) => AtDeskAsync("desk-missing", "/admin/runs/999999", new Seat(language, theme, width), 404);

    private async Task AtDeskAsync(string name, string address, Seat seat, int status = 200)
    {
        var admin = await SeatAdminAsync(seat, desk);
        await admin.OpenAsync(address, status);
        await admin.HasNotJumpedAsync();
        await admin.PictureAsync(name);
        await admin.InspectAsync();
    }
}

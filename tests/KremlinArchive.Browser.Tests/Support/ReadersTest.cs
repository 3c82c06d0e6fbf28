using Microsoft.Playwright;

namespace KremlinArchive.Browser.Tests.Support;

/// <summary>A test whose readers must leave without a complaint: no error, no failed request, no other host.</summary>
public abstract class ReadersTest(Chromium chromium, ReadingRoom room) : IAsyncDisposable
{
    private readonly List<Reader> readers = [];
    private readonly List<OwnRoom> rooms = [];

    /// <summary>Gives a reader a window of their own.</summary>
    internal Task<Reader> SeatAsync(Seat seat)
    {
        var browser = chromium.Browser;
        return SeatAsync(browser, room.Address, seat);
    }

    /// <summary>Gives a reader a window onto a server of the test's own.</summary>
    internal Task<Reader> SeatAsync(Seat seat, Uri home) => SeatAsync(chromium.Browser, home, seat);

    /// <summary>Gives an admin who has signed in a window onto the desk.</summary>
    internal async Task<Reader> SeatAdminAsync(Seat seat, DeskRoom desk)
    {
        var browser = chromium.Browser;
        return await SeatAsync(browser, desk.Address, seat, await desk.SessionAsync(browser));
    }

    /// <summary>Starts a server of the test's own. It stays until its readers have left: a page may still be loading when a test has seen enough.</summary>
    internal async Task<OwnRoom> OpenRoomAsync(params string[] settings)
    {
        _ = chromium.Browser;
        var own = await OwnRoom.OpenAsync(settings);
        rooms.Add(own);
        return own;
    }

    private async Task<Reader> SeatAsync(IBrowser browser, Uri home, Seat seat, string? session = null)
    {
        var reader = await Reader.SitDownAsync(browser, home, seat, session);
        readers.Add(reader);
        return reader;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var reader in readers)
            await reader.DisposeAsync();
        foreach (var own in rooms)
            await own.DisposeAsync();
        var complaints = readers.SelectMany(reader => reader.Watch.Complaints).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }
}

using KremlinArchive.Browser.Tests.Support;

namespace KremlinArchive.Browser.Tests.Pages;

/// <summary>Tests that open one address and look at all that must hold there.</summary>
public abstract class InspectedPage(Chromium chromium, ReadingRoom room) : ReadersTest(chromium, room)
{
    /// <param name="name">What its pictures are called.</param>
    /// <param name="address">What is opened.</param>
    /// <param name="seat">Who looks.</param>
    /// <param name="status">What the server must answer.</param>
    /// <param name="prepare">What the reader does before the page is looked at.</param>
    private protected async Task InspectAsync(string name, string address, Seat seat, int status = 200, Func<Reader, Task>? prepare = null)
    {
        var reader = await SeatAsync(seat);
        await reader.OpenAsync(address, status);
        await reader.HasNotJumpedAsync();
        if (prepare is not null)
            await prepare(reader);
        await reader.PictureAsync(name);
        await reader.InspectAsync();
    }

    /// <summary>The same for a state that keeps the keyboard to itself: a picture, and what axe finds.</summary>
    private protected async Task LookAsync(string name, string address, Seat seat, Func<Reader, Task> prepare)
    {
        var reader = await SeatAsync(seat);
        await reader.OpenAsync(address);
        await prepare(reader);
        await reader.PictureAsync(name);
        await reader.IsAccessibleAsync();
    }
}

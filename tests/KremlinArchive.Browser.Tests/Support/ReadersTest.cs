namespace KremlinArchive.Browser.Tests.Support;

/// <summary>A test whose readers must leave without a complaint: no error, no failed request, no other host.</summary>
public abstract class ReadersTest(Chromium chromium, ReadingRoom room) : IAsyncDisposable
{
    private readonly List<Reader> readers = [];

    /// <summary>Gives a reader a window of their own.</summary>
    internal Task<Reader> SeatAsync(Seat seat) => SeatAsync(seat, chromium.Browser is not null ? room.Address : null!);

    /// <summary>Gives a reader a window onto a server of the test's own.</summary>
    internal async Task<Reader> SeatAsync(Seat seat, Uri home)
    {
        var reader = await Reader.SitDownAsync(chromium.Browser, home, seat);
        readers.Add(reader);
        return reader;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var reader in readers)
            await reader.DisposeAsync();
        var complaints = readers.SelectMany(reader => reader.Watch.Complaints).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }
}

using KremlinArchive.Search;
using KremlinArchive.Store;
using KremlinArchive.Store.Changes;

namespace KremlinArchive.Web.Search;

/// <summary>When the newest change that searches see was made: asked of the log once for each change.</summary>
internal sealed class LastChange(ArchiveIndex index, ChangeFeed changes)
{
    private volatile Known? known;

    /// <summary>Null in an empty archive, and where the log cannot be asked just now: the figure beside it is from the index, and stands.</summary>
    public async Task<DateTimeOffset?> TimeAsync(CancellationToken cancellation)
    {
        var number = index.IndexedChange;
        if (known is { } last && last.Number == number)
            return last.At;
        try
        {
            var at = await changes.TimeOfAsync(number, cancellation);
            known = new Known(number, at);
            return at;
        }
        catch (ArchiveUnavailableException)
        {
            return null;
        }
    }

    private sealed record Known(long Number, DateTimeOffset? At);
}

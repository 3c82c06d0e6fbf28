using KremlinArchive.Search;
using KremlinArchive.Store;

namespace KremlinArchive.Web.Hosting.Caching;

/// <summary>What all answers follow from: the index as it is, and the store as it was a moment ago.</summary>
internal sealed class ArchiveState(ArchiveStore store, ArchiveIndex index, TimeProvider clock) : IDisposable
{
    // However many ask, the store is asked four times a second at most, as often as the index asks it.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Reading? last;

    /// <summary>
    /// The state, read before an answer is made: the answer is as new or newer, so a state that is a moment old costs the next reader a page
    /// made again, and never shows an old one for longer than the moment.
    /// </summary>
    /// <exception cref="ArchiveUnavailableException">The store cannot be read.</exception>
    public async ValueTask<string> ReadAsync(CancellationToken cancellation)
    {
        var known = last;
        return $"{index.State} {(known is not null && IsFresh(known) ? known.State : await AskAsync(cancellation))}";
    }

    /// <summary>Forgets what was read a moment ago: whoever did something here that must show at once says so.</summary>
    public void Forget() => last = null;

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<string> AskAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (last is not { } known || !IsFresh(known))
            {
                var asked = clock.GetTimestamp();
                last = known = new Reading(await store.StateAsync(cancellation), asked);
            }

            return known.State;
        }
        finally
        {
            turn.Release();
        }
    }

    private bool IsFresh(Reading reading) => clock.GetElapsedTime(reading.Asked) < Moment;

    private sealed record Reading(string State, long Asked);
}

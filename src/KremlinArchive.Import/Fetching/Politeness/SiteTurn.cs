namespace KremlinArchive.Import.Fetching.Politeness;

/// <summary>The turns at one site: one request at a time, a pause after each, and a long one when the site refuses.</summary>
internal sealed class SiteTurn(FetchSettings settings, TimeProvider clock) : IDisposable
{
    /// <summary>A timer has its bounds.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim door = new(1);

    /// <summary>Until when nothing is asked of the site; in the past if it may be asked.</summary>
    public DateTimeOffset HeldUntil { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The shortest pause that the site itself asks for.</summary>
    public TimeSpan LeastPause { get; set; } = TimeSpan.Zero;

    /// <summary>When the pause after the last request ends.</summary>
    public DateTimeOffset PausedUntil { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>How often the site has refused one time after the other.</summary>
    public int Refusals { get; set; }

    /// <summary>The site a host belongs to: hosts that share their last two names share the turns.</summary>
    public static string SiteOf(Uri address)
    {
        var names = address.IdnHost.TrimEnd('.').ToLowerInvariant().Split('.');
        return string.Join('.', names.TakeLast(2));
    }

    /// <summary>Waits for a turn; it ends when what is given is disposed of.</summary>
    /// <param name="waiting">Told until when there is nothing to do but wait.</param>
    public async Task<IDisposable> TakeAsync(Action<DateTimeOffset> waiting, CancellationToken cancellation)
    {
        await door.WaitAsync(cancellation);
        try
        {
            var due = HeldUntil > PausedUntil ? HeldUntil : PausedUntil;
            for (var wait = due - clock.GetUtcNow(); wait > TimeSpan.Zero; wait = wait > LongestDelay ? due - clock.GetUtcNow() : TimeSpan.Zero)
            {
                waiting(due);
                await Task.Delay(wait < LongestDelay ? wait : LongestDelay, clock, cancellation);
            }

            return new Turn(this);
        }
        catch
        {
            door.Release();
            throw;
        }
    }

    /// <summary>Lets nothing be asked before a time; an earlier one than is held already changes nothing.</summary>
    public void Hold(DateTimeOffset until) => HeldUntil = until > HeldUntil ? until : HeldUntil;

    /// <inheritdoc/>
    public void Dispose() => door.Dispose();

    private void End()
    {
        var spread = settings.MostPause - settings.LeastPause;
        var pause = settings.LeastPause + (spread > TimeSpan.Zero ? spread * Random.Shared.NextDouble() : TimeSpan.Zero);
        PausedUntil = clock.GetUtcNow() + (pause > LeastPause ? pause : LeastPause);
        door.Release();
    }

    private sealed class Turn(SiteTurn turn) : IDisposable
    {
        public void Dispose() => turn.End();
    }
}

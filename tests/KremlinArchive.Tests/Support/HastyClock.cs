namespace KremlinArchive.Tests.Support;

/// <summary>A clock that never lets anybody wait: whoever waits wakes at once, and it is as much later as was to be waited.</summary>
internal sealed class HastyClock : TimeProvider
{
    private readonly Lock door = new();
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>All waits, in their order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (door)
                return [.. waits];
        }
    }

    public void Advance(TimeSpan time)
    {
        lock (door)
            now += time;
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (door)
            return now;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (door)
        {
            now += dueTime;
            waits.Add(dueTime);
        }

        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Spent();
    }

    private sealed class Spent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

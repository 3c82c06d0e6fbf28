namespace KremlinArchive.Tests.Support;

/// <summary>A clock that goes only when a test sets it on.</summary>
internal sealed class SetClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public void Advance(TimeSpan time) => now += time;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;
}

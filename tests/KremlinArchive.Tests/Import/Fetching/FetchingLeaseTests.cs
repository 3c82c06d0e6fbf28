using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Store.Leases;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Import.Fetching;

/// <summary>Who has the duty to fetch, and when it is lost.</summary>
public sealed class FetchingLeaseTests(FakeSite site) : IClassFixture<FakeSite>
{
    [Fact]
    public async Task ADutyThatAnotherHasTakenIsLost()
    {
        using var archive = await FetchedArchive.CreateAsync(site);
        await using var lease = (RowLease)(await archive.Store.Leases.TakeFetchingAsync(CancellationToken.None))!;
        archive.Clock.Advance(TimeSpan.FromMinutes(2));
        await lease.ProlongOnceAsync(CancellationToken.None);
        Assert.False(lease.Lost.IsCancellationRequested);
        Assert.Empty(archive.Query("UPDATE Leases SET Holder = 'another 1 1 x'"));
        await lease.ProlongOnceAsync(CancellationToken.None);
        Assert.True(lease.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task AFetchThatLosesItsDutyEndsInItsMidstAndCanBeResumed()
    {
        site.Clear();
        site.ServePages(101);
        site.Serve(InventedSite.Address(102), FakeAnswer.Page("") with { Fault = FakeFault.Hang });
        using var archive = await FetchedArchive.CreateAsync(site);
        var beat = new StruckClock();
        archive.Store.Leases.Beat = beat;
        site.Asking = address =>
        {
            if (address != InventedSite.Address(102))
                return;
            Assert.Empty(archive.Query("UPDATE Leases SET Holder = 'another 1 1 x'"));
            beat.Strike();
        };
        Assert.Contains("lost the duty to fetch", (await archive.FetchAsync(InventedSite.Address(101), InventedSite.Address(102))).Failure, StringComparison.Ordinal);
        Assert.True(await archive.HoldsAsync("ru/events/101"));
        Assert.Equal("another 1 1 x", Assert.Single(archive.Query("SELECT Holder FROM Leases")));

        site.Asking = null;
        site.ServePages(102);
        archive.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Null((await archive.ResumeAsync()).Failure);
        Assert.True(await archive.HoldsAsync("ru/events/102"));
    }

    [Fact]
    public async Task AFetchThatWaitsForItsTurnBeginsWhenTheOtherHasEnded()
    {
        site.Clear();
        site.ServePages(101);
        using var archive = await FetchedArchive.CreateAsync(site);
        var other = (await archive.Store.Leases.TakeFetchingAsync(CancellationToken.None))!;
        var looks = 0;
        var report = await archive.RunAsync(
            client => new Fetcher(archive.Store, client, archive.Clock, FetchTurn.Waits),
            fetcher => fetcher.Plan(FetchOrder.Addresses([InventedSite.Address(101)]), null, wait =>
            {
                if (wait.Address is null && ++looks == 2)
                    other.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }));
        Assert.Equal((null, 2), (report.Failure, looks));
        Assert.True(await archive.HoldsAsync("ru/events/101"));
    }

    [Fact]
    public async Task TheDutyOfAProgramThatHasEndedIsFree()
    {
        using var archive = await FetchedArchive.CreateAsync(site);
        await using var lease = await archive.Store.Leases.TakeFetchingAsync(CancellationToken.None);
        Assert.Null(await archive.Store.Leases.TakeFetchingAsync(CancellationToken.None));
        string[] own = LeaseHolder.Own.Split(' ');
        Assert.Empty(archive.Query($"UPDATE Leases SET Holder = '{own[0]} {own[1]} 1 x'"));
        await using var next = await archive.Store.Leases.TakeFetchingAsync(CancellationToken.None);
        Assert.NotNull(next);
    }

    [Fact]
    public void AProcessIsKnownByItsStartOnItsMachineAlone()
    {
        string[] own = LeaseHolder.Own.Split(' ');
        Assert.False(LeaseHolder.HasEnded(LeaseHolder.Own + " x"));
        Assert.True(LeaseHolder.HasEnded($"{own[0]} {own[1]} 1 x"));
        Assert.False(LeaseHolder.HasEnded($"elsewhere {own[1]} 1 x"));
        Assert.Equal("22", LeaseHolder.TicksIn("7 (a) b) " + string.Join(' ', Enumerable.Range(3, 30)) + "\n"));
    }

    /// <summary>A clock whose timers ring when a test strikes it.</summary>
    private sealed class StruckClock : TimeProvider
    {
        private event Action? Struck;

        public void Strike() => Struck?.Invoke();

        /// <inheritdoc/>
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Bell(this, () => callback(state));

        private sealed class Bell : ITimer
        {
            private readonly StruckClock clock;
            private readonly Action ring;

            public Bell(StruckClock clock, Action ring)
            {
                (this.clock, this.ring) = (clock, ring);
                clock.Struck += ring;
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => clock.Struck -= ring;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}

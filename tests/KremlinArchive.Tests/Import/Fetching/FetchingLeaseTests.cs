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
        await using var lease = (await archive.Store.Leases.TakeFetchingAsync(CancellationToken.None))!;
        archive.Clock.Advance(TimeSpan.FromMinutes(2));
        await lease.ProlongOnceAsync(CancellationToken.None);
        Assert.False(lease.Lost.IsCancellationRequested);
        Assert.Empty(archive.Query("UPDATE Leases SET Holder = 'another 1 1 x'"));
        await lease.ProlongOnceAsync(CancellationToken.None);
        Assert.True(lease.Lost.IsCancellationRequested);
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
}

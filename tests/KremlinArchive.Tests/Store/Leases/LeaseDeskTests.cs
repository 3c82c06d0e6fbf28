using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store.Leases;

/// <summary>Duties that one program at a time has, on either engine.</summary>
public abstract class LeaseDeskTests(Engine engine) : IAsyncLifetime
{
    public sealed class OnSqlite() : LeaseDeskTests(Engine.Sqlite);

    public sealed class OnPostgres() : LeaseDeskTests(Engine.Postgres)
    {
        [Fact]
        public async Task ADutyEndsWithItsConnectionAndItsHolderHearsOfIt()
        {
            await using var lease = (await Archive.Store.Leases.TakeFetchingAsync(Cancellation))!;
            Assert.False(lease.Lost.IsCancellationRequested);
            var lost = new TaskCompletionSource();
            await using var heard = lease.Lost.Register(lost.SetResult);
            await Archive.CutOffAsync();
            await lost.Task.WaitAsync(Cancellation);
            await using var next = await Archive.Store.Leases.TakeFetchingAsync(Cancellation);
            Assert.NotNull(next);
        }

        [Fact]
        public async Task OneMachineAtATimeHasTheTurnToImport()
        {
            using var other = await Archive.OpenAgainAsync();
            await using (var turn = await Archive.Store.Ledger.TakeTurnAsync(Cancellation))
            {
                Assert.NotNull(turn);
                Assert.Null(await other.Ledger.TakeTurnAsync(Cancellation));
            }

            await using var next = await other.Ledger.TakeTurnAsync(Cancellation);
            Assert.NotNull(next);
        }
    }

    private TempArchive Archive { get; set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Archive = await TempArchive.CreateAsync(engine);

    public ValueTask DisposeAsync()
    {
        Archive?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ADutyIsHadByOneUntilItIsGivenBack()
    {
        using var other = await Archive.OpenAgainAsync();
        await using (var lease = await Archive.Store.Leases.TakeFetchingAsync(Cancellation))
        {
            Assert.NotNull(lease);
            Assert.Null(await other.Leases.TakeFetchingAsync(Cancellation));
            await using var another = await other.Leases.TakeWatchingAsync(Cancellation);
            Assert.NotNull(another);
        }

        await using var next = await other.Leases.TakeFetchingAsync(Cancellation);
        Assert.NotNull(next);
    }
}

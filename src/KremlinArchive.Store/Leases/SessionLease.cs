using System.Data.Common;
using Medallion.Threading;
using Medallion.Threading.Postgres;

namespace KremlinArchive.Store.Leases;

/// <summary>A duty as an advisory lock of a PostgreSQL server, held by a connection: it ends with the connection, and that with the program or the way between the two.</summary>
internal sealed class SessionLease(IDistributedSynchronizationHandle handle) : ArchiveLease
{
    // A way that is cut is noticed by whoever sends something.
    private static readonly TimeSpan BetweenSigns = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override CancellationToken Lost => handle.HandleLostToken;

    /// <returns>The lease; null if another has it.</returns>
    public static async Task<ArchiveLease?> TakeAsync(ArchiveConnection connection, string name, CancellationToken cancellation)
    {
        var key = new PostgresAdvisoryLockKey($"kremlin-archive {name}", allowHashing: true);
        var theLock = new PostgresDistributedLock(key, connection.OfPrimary, options => options.KeepaliveCadence(BetweenSigns).UseMultiplexing(false));
        return await theLock.TryAcquireAsync(TimeSpan.Zero, cancellation) is { } taken ? new SessionLease(taken) : null;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        try
        {
            await handle.DisposeAsync();
        }
        catch (Exception gone) when (gone is AggregateException or InvalidOperationException or DbException)
        {
            // The connection is dead, and the server gives the lock back with it.
        }
    }
}

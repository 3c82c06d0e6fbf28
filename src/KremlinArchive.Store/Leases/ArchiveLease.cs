namespace KremlinArchive.Store.Leases;

/// <summary>A duty that one program at a time has in an archive. Who ends, however that happens, no longer has it.</summary>
public abstract class ArchiveLease : IAsyncDisposable
{
    /// <summary>Cancelled when the duty is no longer this holder's, or nobody can tell whose it is.</summary>
    public abstract CancellationToken Lost { get; }

    /// <summary>Gives the duty back.</summary>
    public abstract ValueTask DisposeAsync();
}

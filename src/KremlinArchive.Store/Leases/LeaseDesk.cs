using KremlinArchive.Store.Schema;

namespace KremlinArchive.Store.Leases;

/// <summary>Gives out the duties of an archive.</summary>
public sealed class LeaseDesk
{
    private readonly ArchiveDatabase database;

    internal LeaseDesk(ArchiveDatabase database) => this.database = database;

    /// <summary>The clock by which duties are prolonged: the machine's own, for one that jumps would never let them rest.</summary>
    internal TimeProvider Beat { get; set; } = TimeProvider.System;

    /// <summary>Takes the duty to ask sites: whoever has it keeps the pauses for all.</summary>
    /// <returns>The lease; null if another program, or another part of this one, fetches.</returns>
    public Task<ArchiveLease?> TakeFetchingAsync(CancellationToken cancellation) => TakeAsync("fetching", cancellation);

    /// <summary>Takes the duty to watch the site.</summary>
    /// <returns>The lease; null if another program watches.</returns>
    public Task<ArchiveLease?> TakeWatchingAsync(CancellationToken cancellation) => TakeAsync("watching", cancellation);

    private Task<ArchiveLease?> TakeAsync(string name, CancellationToken cancellation) =>
        database.ExplainAsync(() => database.Engine.TakeLeaseAsync(database, name, Beat, cancellation));
}

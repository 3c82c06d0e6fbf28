using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Leases;

/// <summary>A duty as a row of the archive with the time of its end. It is prolonged while it is held; that of a program that has ended is free.</summary>
internal sealed class RowLease : ArchiveLease
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BetweenProlongings = TimeSpan.FromSeconds(45);

    private readonly ArchiveDatabase database;
    private readonly string name;
    private readonly string holder;
    private readonly CancellationTokenSource ended = new();
    private readonly CancellationTokenSource lost = new();
    private DateTimeOffset until;
    private readonly Task prolonging;

    private RowLease(ArchiveDatabase database, string name, string holder, DateTimeOffset until, TimeProvider beat)
    {
        this.database = database;
        this.name = name;
        this.holder = holder;
        this.until = until;
        Lost = lost.Token;
        prolonging = Task.Run(() => ProlongAsync(beat));
    }

    /// <inheritdoc/>
    public override CancellationToken Lost { get; }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await prolonging;
        ended.Dispose();
        lost.Dispose();
        try
        {
            await database.WriteAsync(context => context.Leases.Where(row => row.Name == name && row.Holder == holder).ExecuteDeleteAsync(), CancellationToken.None);
        }
        catch (ArchiveUnavailableException)
        {
            // An archive that cannot be written keeps the row; it is free all the same once its time or this process has ended.
        }
    }

    /// <param name="beat">The clock by which it is prolonged.</param>
    /// <returns>The lease; null if another has it.</returns>
    public static async Task<ArchiveLease?> TakeAsync(ArchiveDatabase database, string name, TimeProvider beat, CancellationToken cancellation)
    {
        var holder = $"{LeaseHolder.Own} {Guid.NewGuid():N}";
        var until = DateTimeOffset.MinValue;
        var taken = await database.WriteAsync(async context =>
        {
            var now = database.Clock.GetUtcNow();
            until = now + Length;
            if (await context.Leases.SingleOrDefaultAsync(row => row.Name == name, cancellation) is not { } row)
                context.Leases.Add(row = new LeaseRow { Name = name, Holder = holder, Until = until });
            else if (row.Until > now && !LeaseHolder.HasEnded(row.Holder))
                return false;
            row.Holder = holder;
            row.Until = until;
            return true;
        }, cancellation);
        return taken ? new RowLease(database, name, holder, until, beat) : null;
    }

    private async Task ProlongAsync(TimeProvider beat)
    {
        using var time = new PeriodicTimer(BetweenProlongings, beat);
        try
        {
            while (await time.WaitForNextTickAsync(ended.Token))
            {
                await ProlongOnceAsync(ended.Token);
                if (Lost.IsCancellationRequested)
                    return;
            }
        }
        catch (OperationCanceledException)
        {
            // The duty is over.
        }
    }

    /// <summary>Prolongs the duty or finds it lost. An archive that cannot be written for a while costs it only when its time has ended.</summary>
    public async Task ProlongOnceAsync(CancellationToken cancellation)
    {
        var later = database.Clock.GetUtcNow() + Length;
        try
        {
            var held = await database.WriteAsync(context => context.Leases.Where(row => row.Name == name && row.Holder == holder)
                .ExecuteUpdateAsync(row => row.SetProperty(known => known.Until, later), cancellation), cancellation);
            until = held > 0 ? later : DateTimeOffset.MinValue;
        }
        catch (ArchiveUnavailableException)
        {
            // The work under the lease meets the same archive and says so.
        }

        if (database.Clock.GetUtcNow() >= until)
            await lost.CancelAsync();
    }
}

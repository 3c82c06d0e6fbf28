using System.Diagnostics;
using System.Globalization;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Leases;

/// <summary>A duty that one program at a time has in an archive. It is prolonged while it is held; that of a program that has ended is free.</summary>
public sealed class ArchiveLease : IAsyncDisposable
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BetweenProlongings = TimeSpan.FromSeconds(45);
    private static readonly string Machine = Environment.MachineName.Replace(' ', '-');

    private readonly ArchiveDatabase database;
    private readonly string name;
    private readonly string holder;
    private readonly CancellationTokenSource ended = new();
    private readonly Task prolonging;

    private ArchiveLease(ArchiveDatabase database, string name, string holder)
    {
        this.database = database;
        this.name = name;
        this.holder = holder;
        prolonging = Task.Run(ProlongAsync);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await prolonging;
        ended.Dispose();
        try
        {
            await database.WriteAsync(context => context.Leases.Where(row => row.Name == name && row.Holder == holder).ExecuteDeleteAsync(), CancellationToken.None);
        }
        catch (ArchiveUnavailableException)
        {
            // An archive that cannot be written keeps the row; it is free all the same once its time or this process has ended.
        }
    }

    /// <returns>The lease; null if another has it.</returns>
    internal static async Task<ArchiveLease?> TakeAsync(ArchiveDatabase database, string name, CancellationToken cancellation)
    {
        var holder = string.Create(CultureInfo.InvariantCulture, $"{Machine} {Environment.ProcessId} {StartOf(Process.GetCurrentProcess())} {Guid.NewGuid():N}");
        var taken = await database.WriteAsync(async context =>
        {
            var now = database.Clock.GetUtcNow();
            if (await context.Leases.SingleOrDefaultAsync(row => row.Name == name, cancellation) is not { } row)
                context.Leases.Add(row = new LeaseRow { Name = name, Holder = holder, Until = now + Length });
            else if (row.Until > now && !HasEnded(row.Holder))
                return false;
            row.Holder = holder;
            row.Until = now + Length;
            return true;
        }, cancellation);
        return taken ? new ArchiveLease(database, name, holder) : null;
    }

    private async Task ProlongAsync()
    {
        // By the machine's own clock: a test's clock that jumps would never let it rest.
        using var time = new PeriodicTimer(BetweenProlongings);
        try
        {
            while (await time.WaitForNextTickAsync(ended.Token))
            {
                var until = database.Clock.GetUtcNow() + Length;
                await database.WriteAsync(context => context.Leases.Where(row => row.Name == name && row.Holder == holder)
                    .ExecuteUpdateAsync(row => row.SetProperty(known => known.Until, until), ended.Token), ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The duty is over.
        }
        catch (ArchiveUnavailableException)
        {
            // The work under the lease meets the same archive and says so.
        }
    }

    /// <summary>True if the holder is a process of this machine that is no more, as after a kill.</summary>
    private static bool HasEnded(string holder)
    {
        if (holder.Split(' ') is not [var machine, var id, var start, ..] || machine != Machine || !int.TryParse(id, CultureInfo.InvariantCulture, out var number))
            return false;
        try
        {
            using var process = Process.GetProcessById(number);
            return StartOf(process) != start;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static string StartOf(Process process)
    {
        try
        {
            return process.StartTime.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        }
        catch (Exception denied) when (denied is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return "unknown";
        }
    }
}

/// <summary>Gives out the duties of an archive.</summary>
public sealed class LeaseDesk
{
    private readonly ArchiveDatabase database;

    internal LeaseDesk(ArchiveDatabase database) => this.database = database;

    /// <summary>Takes the duty to ask sites: whoever has it keeps the pauses for all.</summary>
    /// <returns>The lease; null if another program, or another part of this one, fetches.</returns>
    public Task<ArchiveLease?> TakeFetchingAsync(CancellationToken cancellation) => ArchiveLease.TakeAsync(database, "fetching", cancellation);

    /// <summary>Takes the duty to watch the site.</summary>
    /// <returns>The lease; null if another program watches.</returns>
    public Task<ArchiveLease?> TakeWatchingAsync(CancellationToken cancellation) => ArchiveLease.TakeAsync(database, "watching", cancellation);
}

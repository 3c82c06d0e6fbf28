using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Schema;
using KremlinArchive.Store.Verification;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Moves;

/// <summary>
/// Copies an archive from one engine into another. Most of it is copied while others write the archive; for the last part they are held off, what they wrote is copied, every row is
/// compared and what arrived is proved. A move that was ended goes on where it stopped, since what it has done is what the target holds.
/// </summary>
/// <param name="from">The archive, which stays as it is.</param>
/// <param name="to">A place without one, or with what a move of the same archive has brought there.</param>
public sealed class ArchiveMove(ArchiveStoreOptions from, ArchiveStoreOptions to)
{
    /// <summary>How much is one transaction; a test moves few rows at a time.</summary>
    internal MovePace Pace { get; init; } = MovePace.Usual;

    /// <summary>Moves all but the duties of programs. The audit log of the archive that was moved tells of it.</summary>
    /// <exception cref="ArchiveUnavailableException">It cannot be moved, or not to the end; the message says why and what to do.</exception>
    public async Task<MoveReport> MoveAsync(Actor by, MoveWatch watch, CancellationToken cancellation)
    {
        if (from.Place == to.Place)
            throw new ArchiveUnavailableException($"{from.Place} is where the archive is already.");
        using var theirs = to.Connection is null ? Hold(to) : null;
        var source = await ArchiveDatabase.OpenAsync(from, cancellation);
        try
        {
            var target = await ArchiveDatabase.OpenForMoveAsync(to, cancellation);
            try
            {
                return await MoveAsync(source, target, by, watch, cancellation);
            }
            finally
            {
                target.Close();
            }
        }
        finally
        {
            source.Close();
        }
    }

    private async Task<MoveReport> MoveAsync(ArchiveDatabase source, ArchiveDatabase target, Actor by, MoveWatch watch, CancellationToken cancellation)
    {
        // Two programs that fill one database would meet in its rows.
        await using var turn = await target.ExplainAsync(() => target.Engine.TakeTurnAsync(cancellation))
            ?? throw new ArchiveUnavailableException($"Another program is filling {to.Place}: a move, or an import. Let it end, and move again.");
        await BeginAsync(source, target, cancellation);
        var (written, _) = await source.ReadAsync(context => BringAsync(MoveStage.Copying, context, target, watch, cancellation));

        // What a server writes from here on would be left behind.
        using var ours = to.Connection is null && to.DataDirectory == from.DataDirectory ? null : Hold(from);
        return await source.WriteAsync(
            async context =>
            {
                var (more, rows) = await CompareAsync(context, target, watch, cancellation);
                var found = await ProveAsync(context, target, watch, cancellation);
                await EndAsync(target, by, found, cancellation);
                return new MoveReport(from.Place, to.Place, rows, written + more, found);
            },
            cancellation);
    }

    private FileStream Hold(ArchiveStoreOptions place)
    {
        var path = ArchiveLocation.ServerLockIn(place.DataDirectory);
        try
        {
            Directory.CreateDirectory(place.DataDirectory);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException running) when (File.Exists(path))
        {
            throw new ArchiveUnavailableException(
                place == to ? $"A server runs on {place.DataDirectory}. Stop it, or name another directory."
                : $"A server runs on {place.DataDirectory}, and what it writes from here on would be left behind. All that was there is copied: stop the server and give the same command again, and the rest is.",
                running);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveUnavailableException($"The directory {place.DataDirectory} cannot be written: {refused.Message}", refused);
        }
    }

    /// <summary>Marks the target, before anything is in it, as what is no archive yet.</summary>
    private async Task BeginAsync(ArchiveDatabase source, ArchiveDatabase target, CancellationToken cancellation)
    {
        var head = await target.WriteAsync(
            async context =>
            {
                var begun = await HalfMoved.SourceAsync(context, cancellation);
                if (begun is null)
                {
                    foreach (var table in MovedTable.Of(context.Model))
                    {
                        if (await new MovedRows(context.Database, table).CountAsync(cancellation) > 0)
                            throw new ArchiveUnavailableException($"There is something in {to.Place} already. An archive is moved only to where there is none: name an empty database or directory.");
                    }

                    HalfMoved.Set(context, from.Place);
                }
                else if (begun != from.Place)
                {
                    throw new ArchiveUnavailableException($"Another archive is being moved to {to.Place}: that from {begun}. Let that move end, or name an empty database or directory.");
                }

                return await context.Changes.OrderByDescending(change => change.Number).FirstOrDefaultAsync(cancellation);
            },
            cancellation);
        if (head is not null && await source.ReadAsync(context => context.Changes.AllAsync(change => change.Number != head.Number || change.Hash != head.Hash, cancellation)))
            throw new ArchiveUnavailableException($"What was moved to {to.Place} before is of another history than {from.Place} has now. Begin again with an empty database or directory.");
    }

    /// <summary>Brings every table to one state of the source.</summary>
    /// <returns>How many rows were written, and how many there are.</returns>
    private async Task<(long Written, long Rows)> BringAsync(MoveStage stage, ArchiveContext source, ArchiveDatabase target, MoveWatch watch, CancellationToken cancellation)
    {
        var tables = MovedTable.Of(source.Model);
        var (written, done, all) = (0L, 0L, 0L);
        foreach (var table in tables)
            all += await new MovedRows(source.Database, table).CountAsync(cancellation);
        foreach (var table in tables)
        {
            watch.Advanced?.Invoke(new MoveProgress(stage, table.Name, done, all));
            written += await new TableMove(table, source, target, Pace, more => watch.Advanced?.Invoke(new MoveProgress(stage, table.Name, done += more, all))).BringAsync(cancellation);
        }

        return (written, all);
    }

    /// <summary>Copies what was written since, and compares until every row is found to be the same.</summary>
    private async Task<(long Written, long Rows)> CompareAsync(ArchiveContext source, ArchiveDatabase target, MoveWatch watch, CancellationToken cancellation)
    {
        var (written, rows) = await BringAsync(MoveStage.Comparing, source, target, watch, cancellation);
        if (written > 0 && await BringAsync(MoveStage.Comparing, source, target, watch, cancellation) is { Written: > 0 and var others })
            throw new ArchiveUnavailableException($"{others} rows of {to.Place} are not those that were written there: another program writes them, or the disk does not keep them.");
        return (written, rows);
    }

    private async Task<Verification.Verification> ProveAsync(ArchiveContext source, ArchiveDatabase target, MoveWatch watch, CancellationToken cancellation)
    {
        await target.WriteAsync(
            async context =>
            {
                await target.Engine.SettleAsync(context.Database, MovedTable.Of(context.Model), cancellation);
                return true;
            },
            cancellation);
        var found = await new ArchiveVerifier(target).VerifyAsync(watch.Verifying, cancellation);
        if (found.Damage is [var damage, ..])
            throw new ArchiveUnavailableException($"What was moved to {to.Place} does not prove itself: {damage.Where}: {damage.What} See what verify says of {from.Place}. If that is whole, begin again with an empty database or directory.");

        // Of what was too large to be kept whole no hash proves the part that was.
        await foreach (var content in source.Contents.Where(row => row.KeptLength < row.Length).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var moved = await target.ReadAsync(context => context.Contents.Where(row => row.Sha256 == content.Sha256).Select(row => row.Packed).SingleAsync(cancellation));
            if (!moved.AsSpan().SequenceEqual(content.Packed))
                throw new ArchiveUnavailableException($"What is kept of capture {content.Sha256} did not arrive in {to.Place} as it is. Begin again with an empty database or directory.");
        }

        return found;
    }

    /// <summary>Makes an archive of the target.</summary>
    private Task EndAsync(ArchiveDatabase target, Actor by, Verification.Verification found, CancellationToken cancellation) => target.WriteAsync(
        async context =>
        {
            await HalfMoved.RemoveAsync(context, cancellation);
            AuditLog.Note(context, by, AuditAction.Moved, from.Place, $"to {to.Place}, up to change {found.Changes}", target.Clock.GetUtcNow());
            return true;
        },
        cancellation);
}

using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Moves;

/// <summary>The mark of an archive that a move is filling: it stands among the duties, which are not moved, and nobody takes what has it for an archive.</summary>
internal static class HalfMoved
{
    private const string Mark = "moving in";

    /// <summary>What is not moved: duties of programs, and this mark.</summary>
    public static Type Left => typeof(LeaseRow);

    /// <exception cref="ArchiveUnavailableException">A move has not ended.</exception>
    public static async Task RefuseAsync(ArchiveContext context, string place, CancellationToken cancellation)
    {
        if (await SourceAsync(context, cancellation) is { } source)
            throw new ArchiveUnavailableException($"What is in {place} is no whole archive: it is being moved there from {source}. Let the move end; if it was ended before, give the same command again and it goes on.");
    }

    /// <summary>Where the archive comes from that is being moved into this database; null if none is.</summary>
    public static Task<string?> SourceAsync(ArchiveContext context, CancellationToken cancellation) =>
        context.Leases.Where(row => row.Name == Mark).Select(row => row.Holder).SingleOrDefaultAsync(cancellation);

    public static void Set(ArchiveContext context, string source) =>
        context.Leases.Add(new LeaseRow { Name = Mark, Holder = source, Until = DateTimeOffset.UnixEpoch });

    public static Task RemoveAsync(ArchiveContext context, CancellationToken cancellation) =>
        context.Leases.Where(row => row.Name == Mark).ExecuteDeleteAsync(cancellation);
}

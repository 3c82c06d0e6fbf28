using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Fetches;

/// <summary>Which sites have refused to answer, and until when they are left alone: kept here, so that a restart does not ask too early.</summary>
public sealed class SiteHolds
{
    private readonly ArchiveDatabase database;

    internal SiteHolds(ArchiveDatabase database) => this.database = database;

    /// <summary>The sites that are to be left alone now.</summary>
    public Task<IReadOnlyList<SiteHold>> ListAsync(CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var now = database.Clock.GetUtcNow();
        var rows = await context.SiteHolds.Where(row => row.Until > now).OrderBy(row => row.Address).ToListAsync(cancellation);
        return (IReadOnlyList<SiteHold>)[.. rows.Select(row => new SiteHold(row.Address, row.Until, row.Reason))];
    });

    /// <summary>Notes a pause, unless the site is left alone for as long already.</summary>
    public Task NotePauseAsync(SiteHold pause, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        if (await context.SiteHolds.SingleOrDefaultAsync(row => row.Address == pause.Address, cancellation) is not { } row)
        {
            context.SiteHolds.Add(new SiteHoldRow { Address = pause.Address, Until = pause.Until, Reason = pause.Reason });
        }
        else if (row.Until < pause.Until)
        {
            row.Until = pause.Until;
            row.Reason = pause.Reason;
        }

        return pause;
    }, cancellation);

    /// <summary>Notes a refusal.</summary>
    public Task NoteAsync(SiteHold hold, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        if (await context.SiteHolds.SingleOrDefaultAsync(row => row.Address == hold.Address, cancellation) is not { } row)
            context.SiteHolds.Add(row = new SiteHoldRow { Address = hold.Address, Until = hold.Until, Reason = hold.Reason });
        row.Until = hold.Until;
        row.Reason = hold.Reason;
        return row;
    }, cancellation);
}

/// <summary>A site that is left alone for a while.</summary>
/// <param name="Address">Its front page, as <c>http://kremlin.ru/</c>.</param>
/// <param name="Until">Until when.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record SiteHold(string Address, DateTimeOffset Until, string Reason);

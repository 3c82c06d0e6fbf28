using KremlinArchive.Records;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Fetches;

/// <summary>Reads which records' pages are to be looked at again.</summary>
public sealed class VisitReader
{
    private readonly ArchiveDatabase database;

    internal VisitReader(ArchiveDatabase database) => this.database = database;

    /// <summary>Records published in a time that were not looked at since another: those never looked at first, then the longest ago. Samples are fiction and left out.</summary>
    /// <param name="publishedFrom">The first moment of their publication; null for no bound.</param>
    /// <param name="publishedBefore">The first moment after it; null for no bound.</param>
    /// <param name="lookedBefore">Only those last looked at before this.</param>
    /// <param name="only">Only those of this language; null for all.</param>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<RecordVisit>> DueAsync(
        DateTimeOffset? publishedFrom, DateTimeOffset? publishedBefore, DateTimeOffset lookedBefore, Language? only, int most, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var rows = Due(context, publishedFrom, publishedBefore, lookedBefore);
        if (only is { } language)
            rows = rows.Where(row => row.Language == language);
        // In two walks along the index: where the absent stand in its order is not the same in every engine.
        var due = await LoadAsync(context, rows.Where(row => row.LookedAt == null).OrderBy(row => row.Id).Take(most), cancellation);
        if (most - due.Count is > 0 and var left)
            due = [.. due, .. await LoadAsync(context, rows.Where(row => row.LookedAt != null).OrderBy(row => row.LookedAt).ThenBy(row => row.Id).Take(left), cancellation)];
        return due;
    });

    /// <summary>How many such records there are; it is not counted beyond a bound.</summary>
    public Task<int> CountDueAsync(DateTimeOffset? publishedFrom, DateTimeOffset? publishedBefore, DateTimeOffset lookedBefore, int most, CancellationToken cancellation) =>
        database.ReadAsync(context => Due(context, publishedFrom, publishedBefore, lookedBefore).Take(most).CountAsync(cancellation));

    /// <summary>How many records there are, samples left out.</summary>
    /// <param name="publishedFrom">Only those published from this moment on; null for all.</param>
    public Task<int> CountAsync(DateTimeOffset? publishedFrom, CancellationToken cancellation) => database.ReadAsync(context => context.Records
        .Where(row => row.Number < RecordId.FirstSampleNumber && (row.Language == Language.Russian || row.Language == Language.English) && (publishedFrom == null || row.PublishedSort >= publishedFrom))
        .CountAsync(cancellation));

    private static async Task<IReadOnlyList<RecordVisit>> LoadAsync(ArchiveContext context, IQueryable<RecordRow> rows, CancellationToken cancellation)
    {
        var due = await (from row in rows
                         join version in context.Versions on row.Id equals version.RecordId
                         where version.Number == row.CurrentVersion
                         orderby row.LookedAt, row.Id
                         select new { row, version.Content }).ToListAsync(cancellation);
        return [.. due.Select(pair => new RecordVisit(pair.row.Identity, PackedRecord.Unpack(pair.Content).Address, pair.row.PublishedSort, pair.row.LookedAt))];
    }

    private static IQueryable<RecordRow> Due(ArchiveContext context, DateTimeOffset? publishedFrom, DateTimeOffset? publishedBefore, DateTimeOffset lookedBefore)
    {
        var rows = context.Records.Where(row => row.Number < RecordId.FirstSampleNumber && (row.LookedAt == null || row.LookedAt < lookedBefore));
        if (publishedFrom is { } from)
        {
            // By language first, as the index of publications has it.
            rows = rows.Where(row => row.PublishedSort >= from && (row.Language == Language.Russian || row.Language == Language.English));
        }

        return publishedBefore is { } before ? rows.Where(row => row.PublishedSort < before) : rows;
    }

    /// <summary>The address under which a record is known; null if the archive does not hold it.</summary>
    public Task<string?> AddressAsync(RecordId id, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var content = await (from row in context.Records
                             join version in context.Versions on row.Id equals version.RecordId
                             where row.Language == id.Language && row.Collection == id.Collection && row.Number == id.Number && version.Number == row.CurrentVersion
                             select version.Content).SingleOrDefaultAsync(cancellation);
        return content is null ? null : PackedRecord.Unpack(content).Address;
    });
}

/// <summary>A record whose page is to be looked at.</summary>
/// <param name="Id">The record.</param>
/// <param name="Address">Its address.</param>
/// <param name="Published">When it was published.</param>
/// <param name="LookedAt">When its page was last seen or asked for; null if never.</param>
public sealed record RecordVisit(RecordId Id, string Address, DateTimeOffset Published, DateTimeOffset? LookedAt);

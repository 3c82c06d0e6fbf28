using KremlinArchive.Store.Schema;
using KremlinArchive.Store.Withholding;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Changes;

/// <summary>The change log as readers see it: a page at a time, by number, in either direction.</summary>
public sealed class ChangeHistory
{
    private readonly ArchiveDatabase database;

    internal ChangeHistory(ArchiveDatabase database) => this.database = database;

    /// <summary>Changes, the newest first.</summary>
    /// <param name="before">Only changes with smaller numbers; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<LoggedChange>> NewestAsync(ChangeSelection selection, long? before, int most, CancellationToken cancellation) =>
        ReadAsync(
            selection,
            changes => (before is { } number ? changes.Where(change => change.Number < number) : changes).OrderByDescending(change => change.Number),
            found => found.OrderByDescending(change => change.Number),
            most,
            cancellation);

    /// <summary>Changes, the oldest first.</summary>
    /// <param name="after">Only changes with larger numbers; 0 from the first on.</param>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<LoggedChange>> OldestAsync(ChangeSelection selection, long after, int most, CancellationToken cancellation) =>
        ReadAsync(
            selection,
            changes => changes.Where(change => change.Number > after).OrderBy(change => change.Number),
            found => found.OrderBy(change => change.Number),
            most,
            cancellation);

    // One walk along the index for each kind: the edits are few among many additions, and no walk over these may be needed to find them.
    private Task<IReadOnlyList<LoggedChange>> ReadAsync(
        ChangeSelection selection,
        Func<IQueryable<ChangeRow>, IOrderedQueryable<ChangeRow>> walk,
        Func<IEnumerable<LoggedChange>, IOrderedEnumerable<LoggedChange>> order,
        int most,
        CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var found = new List<LoggedChange>();
        foreach (var kind in selection.Kinds.Count == 0 ? [(ChangeKind?)null] : selection.Kinds.Distinct().Select(kind => (ChangeKind?)kind))
        {
            var ofKind = kind is { } one ? context.Changes.Where(change => change.Kind == one) : context.Changes;
            if (selection.Language is { } language)
                ofKind = ofKind.Where(change => context.Records.Any(record => record.Id == change.RecordId && record.Language == language));
            found.AddRange(await DescribeAsync(context, walk(ofKind).Take(most), cancellation));
        }

        return (IReadOnlyList<LoggedChange>)[.. order(found).Take(most)];
    });

    private static async Task<IReadOnlyList<LoggedChange>> DescribeAsync(ArchiveContext context, IQueryable<ChangeRow> changes, CancellationToken cancellation)
    {
        var rows = await (
            from change in changes
            join record in context.Records on change.RecordId equals record.Id
            join version in context.Versions on new { change.RecordId, Number = change.Version } equals new { version.RecordId, version.Number }
            select new
            {
                change,
                record,
                version.SeenFirst,
                IsWithheld = record.IsWithheld || version.IsWithheld,
                Current = context.Changes
                    .Where(other => other.RecordId == change.RecordId && other.Number < change.Number && (other.Kind == ChangeKind.Added || other.Kind == ChangeKind.Revised))
                    .OrderByDescending(other => other.Number).Select(other => (int?)other.Version).FirstOrDefault(),
            }).ToListAsync(cancellation);
        var hidden = await WithholdingFlags.WithheldVersionsAsync(context, [.. rows.Select(row => row.record.Id)], cancellation);
        return
        [
            .. rows.Select(row => new LoggedChange
            {
                Number = row.change.Number,
                Id = row.record.Identity,
                Title = row.record.IsWithheld ? null : row.record.Title,
                Kind = row.change.Kind,
                At = row.change.At,
                Version = row.change.Version,
                Current = row.Current,
                SeenFirst = row.SeenFirst,
                IsWithheld = row.IsWithheld || (row.Current is { } before && hidden.Contains((row.record.Id, before))),
            }),
        ];
    }
}

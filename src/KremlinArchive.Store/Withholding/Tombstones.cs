using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Withholding;

/// <summary>Finds what is said in the place of withheld things.</summary>
internal static class Tombstones
{
    /// <summary>Of a record that readers may not see: for its own sake or, if not, for that of its current version.</summary>
    public static async Task<Tombstone> OfRecordAsync(ArchiveContext context, RecordRow record, CancellationToken cancellation)
    {
        var own = await FirstAsync(WithholdingFlags.Active(context).Where(row => row.RecordId == record.Id), cancellation);
        if (own is not null)
            return own;
        var current = await context.Versions.Where(version => version.RecordId == record.Id && version.Number == record.CurrentVersion).Select(version => version.Id).FirstAsync(cancellation);
        return await OfVersionAsync(context, current, cancellation);
    }

    /// <summary>Of a version that readers may not see: what was last withheld of its captures.</summary>
    /// <exception cref="InvalidDataException">None is withheld, though the version is marked.</exception>
    public static async Task<Tombstone> OfVersionAsync(ArchiveContext context, long version, CancellationToken cancellation) => await FirstAsync(
        from sighting in context.Sightings
        join capture in context.Captures on sighting.CaptureId equals capture.Id
        join same in context.Captures on capture.Sha256 equals same.Sha256
        join row in WithholdingFlags.Active(context) on (long?)same.Id equals row.CaptureId
        where sighting.VersionId == version && capture.IsWithheld
        select row, cancellation) ?? throw new InvalidDataException("A version is marked as withheld, and nothing withholds it.");

    /// <summary>Of a capture that readers may not see; null if they may.</summary>
    public static async Task<Tombstone?> OfCaptureAsync(ArchiveContext context, string sha256, CancellationToken cancellation)
    {
        var own = await FirstAsync(
            from same in context.Captures
            join row in WithholdingFlags.Active(context) on (long?)same.Id equals row.CaptureId
            where same.Sha256 == sha256
            select row, cancellation);
        if (own is not null)
            return own;

        // The bytes of a feed show many records: one that is withheld closes them all.
        var hidden = await WithholdingFlags.HiddenVersions(context, sha256).OrderBy(pair => pair.Version.Id)
            .Select(pair => new { pair.Record, pair.Version.Id, IsWhole = pair.Record.IsWithheld }).FirstOrDefaultAsync(cancellation);
        if (hidden is null)
            return null;
        return hidden.IsWhole ? await OfRecordAsync(context, hidden.Record, cancellation) : await OfVersionAsync(context, hidden.Id, cancellation);
    }

    private static Task<Tombstone?> FirstAsync(IQueryable<WithholdingRow> rows, CancellationToken cancellation) =>
        rows.OrderByDescending(row => row.Id).Select(row => new Tombstone(row.Reason, row.At)).FirstOrDefaultAsync(cancellation);
}

using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Withholding;

/// <summary>
/// What follows from a withholding. The same bytes are withheld together, however often they came. A version is withheld when the capture that its content was
/// read from is, or all that show it are, and stays so until that one is released; a record is withheld for its own sake, and for that of its current version.
/// </summary>
internal sealed class WithholdingFlags(ArchiveContext context, DateTimeOffset now)
{
    private readonly ChangeLog log = new(context, now);

    /// <summary>The withholdings that last.</summary>
    public static IQueryable<WithholdingRow> Active(ArchiveContext context) => context.Withholdings.Where(row => row.LiftedAt == null);

    /// <summary>How many records readers may not see. They are found by the few things that are withheld: a look at every record would cost too much.</summary>
    public static async Task<long> CountHiddenAsync(ArchiveContext context, CancellationToken cancellation)
    {
        var active = await Active(context).Select(row => new { row.RecordId, row.CaptureId }).ToListAsync(cancellation);
        var records = active.Select(row => row.RecordId).OfType<long>().ToHashSet();
        var captures = active.Select(row => row.CaptureId).OfType<long>().ToList();
        if (captures.Count == 0)
            return records.Count;
        var hashes = await context.Captures.Where(capture => captures.Contains(capture.Id)).Select(capture => capture.Sha256).Distinct().ToListAsync(cancellation);
        var same = await context.Captures.Where(capture => hashes.Contains(capture.Sha256)).Select(capture => capture.Id).ToListAsync(cancellation);
        var shown = await context.Sightings.Where(sighting => same.Contains(sighting.CaptureId)).Select(sighting => sighting.VersionId).Distinct().ToListAsync(cancellation);
        var touched = await context.Versions.Where(version => shown.Contains(version.Id)).Select(version => version.RecordId).Distinct().ToListAsync(cancellation);
        records.UnionWith(await context.Records.Where(record => touched.Contains(record.Id) && record.IsWithheld).Select(record => record.Id).ToListAsync(cancellation));
        return records.Count;
    }

    /// <summary>The hashes of the bytes that are withheld: as few as the withholdings.</summary>
    public static async Task<IReadOnlyList<string>> WithheldBytesAsync(ArchiveContext context, CancellationToken cancellation)
    {
        var captures = await Active(context).Where(row => row.CaptureId != null).Select(row => row.CaptureId!.Value).ToListAsync(cancellation);
        return captures.Count == 0 ? [] : await context.Captures.Where(capture => captures.Contains(capture.Id)).Select(capture => capture.Sha256).ToListAsync(cancellation);
    }

    /// <summary>What these bytes show and readers may not see.</summary>
    public static IQueryable<ShownVersion> HiddenVersions(ArchiveContext context, string sha256) =>
        from capture in context.Captures
        join sighting in context.Sightings on capture.Id equals sighting.CaptureId
        join version in context.Versions on sighting.VersionId equals version.Id
        join record in context.Records on version.RecordId equals record.Id
        where capture.Sha256 == sha256 && (record.IsWithheld || version.IsWithheld)
        select new ShownVersion { Version = version, Record = record };

    /// <summary>Which versions of these records are withheld. Where nothing is, no version is looked at.</summary>
    public static async Task<HashSet<(long Record, int Number)>> WithheldVersionsAsync(ArchiveContext context, IReadOnlyList<long> records, CancellationToken cancellation)
    {
        if (!await Active(context).AnyAsync(cancellation))
            return [];
        var versions = await context.Versions.Where(version => records.Contains(version.RecordId) && version.IsWithheld)
            .Select(version => new { version.RecordId, version.Number }).ToListAsync(cancellation);
        return [.. versions.Select(version => (version.RecordId, version.Number))];
    }

    /// <summary>Those of these captures whose bytes readers may have: they are not withheld themselves, and show nothing that is.</summary>
    public static IQueryable<CaptureRow> Open(ArchiveContext context, IQueryable<CaptureRow> captures) => captures.Where(capture => !capture.IsWithheld
        && !context.Captures.Any(same => same.Sha256 == capture.Sha256 && context.Sightings.Any(sighting => sighting.CaptureId == same.Id
            && context.Versions.Any(version => version.Id == sighting.VersionId
                && (version.IsWithheld || context.Records.Any(record => record.Id == version.RecordId && record.IsWithheld))))));

    /// <summary>Marks a record anew after its own withholding began or ended.</summary>
    public async Task JudgeAsync(RecordRow record, bool isWithheldItself, CancellationToken cancellation)
    {
        var current = await context.Versions.FirstAsync(version => version.RecordId == record.Id && version.Number == record.CurrentVersion, cancellation);
        var was = record.IsWithheld;
        record.IsWithheld = isWithheldItself || current.IsWithheld;
        if (record.IsWithheld == was)
            return;
        await log.LoadAsync(cancellation);
        log.Append(record, current, Kind(record.IsWithheld));
    }

    /// <summary>Marks captures of the same bytes, and what rests on them.</summary>
    public Task HideAsync(string sha256, CancellationToken cancellation) => MarkAsync(sha256, isWithheld: true, cancellation);

    /// <summary>Takes the marks from captures of the same bytes, and from what they show.</summary>
    public Task ShowAsync(string sha256, CancellationToken cancellation) => MarkAsync(sha256, isWithheld: false, cancellation);

    private async Task MarkAsync(string sha256, bool isWithheld, CancellationToken cancellation)
    {
        await context.Captures.Where(row => row.Sha256 == sha256).ExecuteUpdateAsync(row => row.SetProperty(capture => capture.IsWithheld, isWithheld), cancellation);
        var same = context.Captures.Where(capture => capture.Sha256 == sha256).Select(capture => capture.Id);
        var shown = context.Sightings.Where(sighting => same.Contains(sighting.CaptureId)).Select(sighting => sighting.VersionId);
        var changed = context.Versions.Where(version => shown.Contains(version.Id) && version.IsWithheld != isWithheld);
        if (isWithheld)
        {
            // Its fields are those of the richest capture, which a poorer one that is open does not show.
            changed = changed.Where(version => version.CaptureSha256 == sha256 || !context.Sightings.Any(sighting => sighting.VersionId == version.Id
                && context.Captures.Any(capture => capture.Id == sighting.CaptureId && !capture.IsWithheld)));
        }
        else
        {
            changed = changed.Where(version => !context.Captures.Any(capture => capture.Id == version.CaptureId && capture.IsWithheld));
        }

        await MarkAsync(await changed.OrderBy(version => version.Id).ToListAsync(cancellation), isWithheld, cancellation);
    }

    private async Task MarkAsync(List<VersionRow> versions, bool isWithheld, CancellationToken cancellation)
    {
        var keys = versions.Select(version => version.RecordId).Distinct().ToList();
        var records = await context.Records.Where(record => keys.Contains(record.Id)).ToDictionaryAsync(record => record.Id, cancellation);
        var byThemselves = (await Active(context).Where(row => row.RecordId != null && keys.Contains(row.RecordId.Value)).Select(row => row.RecordId!.Value).ToListAsync(cancellation)).ToHashSet();
        await log.LoadAsync(cancellation);
        foreach (var version in versions)
        {
            var record = records[version.RecordId];
            version.IsWithheld = isWithheld;
            if (version.Number == record.CurrentVersion)
                record.IsWithheld = isWithheld || byThemselves.Contains(record.Id);
            log.Append(record, version, Kind(isWithheld));
        }
    }

    private static ChangeKind Kind(bool isWithheld) => isWithheld ? ChangeKind.Withheld : ChangeKind.Released;
}

/// <summary>A version with its record, while a query is put together.</summary>
internal sealed class ShownVersion
{
    public required VersionRow Version { get; init; }

    public required RecordRow Record { get; init; }
}

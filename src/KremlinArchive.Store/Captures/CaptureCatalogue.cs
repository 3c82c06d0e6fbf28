using KremlinArchive.Records;
using KremlinArchive.Store.Schema;
using KremlinArchive.Store.Withholding;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Captures;

/// <summary>Reads which captures there are of a record, and one of them. The same bytes are of the same record, however often they came.</summary>
public sealed class CaptureCatalogue
{
    private readonly ArchiveDatabase database;

    internal CaptureCatalogue(ArchiveDatabase database) => this.database = database;

    /// <summary>The captures of a record in the order of arrival, as far as readers may know of them.</summary>
    /// <param name="after">Only captures with larger numbers; 0 from the first on.</param>
    /// <param name="most">At most so many.</param>
    public Task<Sought<RecordCaptures>> OfAsync(RecordId id, long after, int most, CancellationToken cancellation) => database.SeekAsync(async context => await FindAsync(context, id, cancellation) switch
    {
        null => new Sought<RecordCaptures>(null),
        { IsWithheld: true } row => new Sought<RecordCaptures>(null, await Tombstones.OfRecordAsync(context, row, cancellation)),
        { } row => new Sought<RecordCaptures>(await PageAsync(context, row, after, most, cancellation)),
    }, cancellation);

    /// <summary>The captures of a record, withheld or not; null if the archive does not hold it. For admins.</summary>
    /// <inheritdoc cref="OfAsync"/>
    public Task<RecordCaptures?> AllOfAsync(RecordId id, long after, int most, CancellationToken cancellation) => database.ReadAsync(async context =>
        await FindAsync(context, id, cancellation) is { } row ? await PageAsync(context, row, after, most, cancellation) : null);

    /// <summary>The bytes of a capture that shows a record; those that wait in quarantine are for admins.</summary>
    /// <param name="number">The capture's number.</param>
    public Task<Sought<Capture>> SourceAsync(long number, CancellationToken cancellation) => database.SeekAsync(async context =>
    {
        if (await ShownHashAsync(context, number, cancellation) is not { } sha256)
            return new Sought<Capture>(null);
        return await Tombstones.OfCaptureAsync(context, sha256, cancellation) is { } tombstone
            ? new Sought<Capture>(null, tombstone)
            : new Sought<Capture>(await LoadAsync(context, number, cancellation));
    }, cancellation);

    /// <summary>A capture and what it shows, as far as readers may know of it.</summary>
    /// <inheritdoc cref="SourceAsync"/>
    public Task<Sought<CaptureShowing>> FindAsync(long number, CancellationToken cancellation) => database.SeekAsync(async context =>
    {
        if (await ShownHashAsync(context, number, cancellation) is not { } sha256)
            return new Sought<CaptureShowing>(null);
        return await Tombstones.OfCaptureAsync(context, sha256, cancellation) is { } tombstone
            ? new Sought<CaptureShowing>(null, tombstone)
            : new Sought<CaptureShowing>(await ShowingAsync(context, number, cancellation));
    }, cancellation);

    /// <summary>A capture and what it shows, withheld or not; null if there is none of that number. For admins.</summary>
    public Task<CaptureShowing?> AnyAsync(long number, CancellationToken cancellation) => database.ReadAsync(context => ShowingAsync(context, number, cancellation));

    /// <summary>A capture with its bytes, withheld or not; null if there is none of that number. For admins.</summary>
    public Task<Capture?> AnySourceAsync(long number, CancellationToken cancellation) => database.ReadAsync(context => LoadAsync(context, number, cancellation));

    /// <summary>The first bytes of a capture, withheld or not; null if there is none of that number. For admins.</summary>
    /// <param name="most">At most so many.</param>
    public Task<byte[]?> BeginningAsync(long number, int most, CancellationToken cancellation) => database.ReadAsync(async context =>
        await ContentOf(context, number).Select(pair => pair.Content).FirstOrDefaultAsync(cancellation) is { } content
            ? PackedBytes.UnpackBeginning(content.Packed, (int)Math.Min(most, content.KeptLength))
            : null);

    private static Task<RecordRow?> FindAsync(ArchiveContext context, RecordId id, CancellationToken cancellation) => context.Records
        .FirstOrDefaultAsync(row => row.Language == id.Language && row.Collection == id.Collection && row.Number == id.Number, cancellation);

    /// <summary>The hash of a capture that shows a record; null for any other.</summary>
    private static Task<string?> ShownHashAsync(ArchiveContext context, long number, CancellationToken cancellation) => context.Captures
        .Where(capture => capture.Id == number && context.Captures.Any(same => same.Sha256 == capture.Sha256 && context.Sightings.Any(sighting => sighting.CaptureId == same.Id)))
        .Select(capture => capture.Sha256).FirstOrDefaultAsync(cancellation);

    private static async Task<RecordCaptures> PageAsync(ArchiveContext context, RecordRow record, long after, int most, CancellationToken cancellation)
    {
        // By their bytes: a capture without a time is no sighting of an earlier state, though another capture of the same bytes is one.
        var shown = from version in context.Versions
                    join sighting in context.Sightings on version.Id equals sighting.VersionId
                    join capture in context.Captures on sighting.CaptureId equals capture.Id
                    where version.RecordId == record.Id
                    select capture.Sha256;
        var captures = context.Captures.Where(capture => shown.Contains(capture.Sha256));
        var total = await captures.LongCountAsync(cancellation);
        var entries = await EntriesAsync(context, captures.Where(capture => capture.Id > after).OrderBy(capture => capture.Id).Take(most), cancellation);
        var versions = (await SightingsAsync(context, [.. entries.Select(entry => entry.Sha256)], context.Records.Where(row => row.Id == record.Id), cancellation)).ToLookup(seen => seen.Sha256);
        return new RecordCaptures(record.Identity, total, [.. entries.Select(entry => entry with { Version = VersionOf(entry, versions[entry.Sha256]) })]);
    }

    // What it shows itself goes before what others of the same bytes do, and the current version before all others.
    private static int? VersionOf(CaptureEntry entry, IEnumerable<SeenVersion> seen) => seen
        .OrderByDescending(version => version.Capture == entry.Number).ThenByDescending(version => version.Number == version.Record.CurrentVersion).ThenByDescending(version => version.Number)
        .FirstOrDefault()?.Number;

    private static async Task<CaptureShowing?> ShowingAsync(ArchiveContext context, long number, CancellationToken cancellation)
    {
        if ((await EntriesAsync(context, context.Captures.Where(row => row.Id == number), cancellation)).FirstOrDefault() is not { } entry)
            return null;
        var seen = await SightingsAsync(context, [entry.Sha256], context.Records, cancellation);
        return new CaptureShowing(entry,
        [
            .. seen.GroupBy(version => version.Record.Id).OrderBy(record => record.Key)
                .Select(record => new ShownRecord(record.First().Record.Identity, record.First().Record.Title, VersionOf(entry, record)!.Value)),
        ]);
    }

    private static async Task<List<CaptureEntry>> EntriesAsync(ArchiveContext context, IQueryable<CaptureRow> captures, CancellationToken cancellation)
    {
        var rows = await captures.Join(context.Contents, row => row.Sha256, content => content.Sha256, (row, content) => new { row, content.Length, content.KeptLength }).ToListAsync(cancellation);
        var keys = rows.Select(pair => pair.row.Id).ToList();
        var open = await WithholdingFlags.Active(context).AnyAsync(cancellation)
            ? (await WithholdingFlags.Open(context, context.Captures.Where(row => keys.Contains(row.Id))).Select(row => row.Id).ToListAsync(cancellation)).ToHashSet()
            : [.. keys];
        return
        [
            .. rows.OrderBy(pair => pair.row.Id).Select(pair => new CaptureEntry
            {
                Number = pair.row.Id,
                Sha256 = pair.row.Sha256,
                Form = pair.row.Form,
                Way = pair.row.Way,
                Source = pair.row.Source,
                AskedAddress = pair.row.AskedAddress,
                FinalAddress = pair.row.FinalAddress ?? pair.row.AskedAddress,
                Status = pair.row.Status,
                CapturedAt = pair.row.CapturedAt,
                ArrivedAt = pair.row.ArrivedAt,
                Length = pair.Length,
                KeptLength = pair.KeptLength,
                IsWithheld = pair.row.IsWithheld,
                IsClosed = !open.Contains(pair.row.Id),
            }),
        ];
    }

    private static async Task<List<SeenVersion>> SightingsAsync(ArchiveContext context, IReadOnlyList<string> hashes, IQueryable<RecordRow> records, CancellationToken cancellation) => await (
        from capture in context.Captures
        join sighting in context.Sightings on capture.Id equals sighting.CaptureId
        join version in context.Versions on sighting.VersionId equals version.Id
        join record in records on version.RecordId equals record.Id
        where hashes.Contains(capture.Sha256)
        select new SeenVersion(capture.Sha256, capture.Id, version.Number, record)).ToListAsync(cancellation);

    private static async Task<Capture?> LoadAsync(ArchiveContext context, long number, CancellationToken cancellation) =>
        await ContentOf(context, number).FirstOrDefaultAsync(cancellation) is { } found ? KeptCapture.Whole(found.Capture, found.Content) : null;

    private static IQueryable<CaptureContent> ContentOf(ArchiveContext context, long number) =>
        from capture in context.Captures
        join content in context.Contents on capture.Sha256 equals content.Sha256
        where capture.Id == number
        select new CaptureContent { Capture = capture, Content = content };

    private sealed record SeenVersion(string Sha256, long Capture, int Number, RecordRow Record);

    private sealed class CaptureContent
    {
        public required CaptureRow Capture { get; init; }

        public required ContentRow Content { get; init; }
    }
}

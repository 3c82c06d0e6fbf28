using KremlinArchive.Records;
using KremlinArchive.Store.Schema;
using KremlinArchive.Store.Withholding;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Reading;

/// <summary>Reads the versions of a record, the superseded ones among them, as far as readers may see them.</summary>
public sealed class VersionReader
{
    /// <summary>Of a record with more versions, as many of the newest are listed.</summary>
    public const int MostListed = 1000;

    private readonly ArchiveDatabase database;

    internal VersionReader(ArchiveDatabase database) => this.database = database;

    /// <summary>All versions of a record without their content; those that are withheld among them.</summary>
    public Task<Sought<VersionHistory>> HistoryAsync(RecordId id, CancellationToken cancellation) => database.SeekAsync(async context => await FindAsync(context, id, cancellation) switch
    {
        null => new Sought<VersionHistory>(null),
        { IsWithheld: true } row => new Sought<VersionHistory>(null, await Tombstones.OfRecordAsync(context, row, cancellation)),
        { } row => new Sought<VersionHistory>(await HistoryAsync(context, row, cancellation)),
    }, cancellation);

    /// <summary>All versions of a record, withheld or not; null if the archive does not hold it. For admins.</summary>
    public Task<VersionHistory?> WholeHistoryAsync(RecordId id, CancellationToken cancellation) =>
        database.ReadAsync(async context => await FindAsync(context, id, cancellation) is { } row ? await HistoryAsync(context, row, cancellation) : null);

    /// <summary>One version with its content.</summary>
    public Task<Sought<StoredVersion>> FindAsync(RecordId id, int number, CancellationToken cancellation) => database.SeekAsync(async context =>
    {
        if (await TombstoneAsync(context, id, [number], cancellation) is { } tombstone)
            return new Sought<StoredVersion>(null, tombstone);
        return new Sought<StoredVersion>((await LoadAsync(context, id, [number], cancellation)).FirstOrDefault());
    }, cancellation);

    /// <summary>Two versions with their content, if the archive holds and shows both.</summary>
    public Task<Sought<VersionPair>> PairAsync(RecordId id, int before, int after, CancellationToken cancellation) => database.SeekAsync(async context =>
    {
        if (await TombstoneAsync(context, id, [before, after], cancellation) is { } tombstone)
            return new Sought<VersionPair>(null, tombstone);
        var found = (await LoadAsync(context, id, [before, after], cancellation)).ToDictionary(version => version.Entry.Number);
        return new Sought<VersionPair>(found.TryGetValue(before, out var first) && found.TryGetValue(after, out var second) ? new VersionPair(first, second) : null);
    }, cancellation);

    private static async Task<Tombstone?> TombstoneAsync(ArchiveContext context, RecordId id, int[] numbers, CancellationToken cancellation)
    {
        if (await FindAsync(context, id, cancellation) is not { } row)
            return null;
        if (row.IsWithheld)
            return await Tombstones.OfRecordAsync(context, row, cancellation);
        var withheld = await context.Versions.Where(version => version.RecordId == row.Id && numbers.Contains(version.Number) && version.IsWithheld)
            .OrderBy(version => version.Number).Select(version => (long?)version.Id).FirstOrDefaultAsync(cancellation);
        return withheld is { } key ? await Tombstones.OfVersionAsync(context, key, cancellation) : null;
    }

    private static async Task<IReadOnlyList<StoredVersion>> LoadAsync(ArchiveContext context, RecordId id, int[] numbers, CancellationToken cancellation)
    {
        if (await FindAsync(context, id, cancellation) is not { } row)
            return [];
        var history = await HistoryAsync(context, row, cancellation);
        var contents = await context.Versions
            .Where(version => version.RecordId == row.Id && numbers.Contains(version.Number))
            .Select(version => new { version.Number, version.Content })
            .ToListAsync(cancellation);
        var isTranslated = (await StoredRecords.HeldAsync(context, [id.Translation], cancellation)).Count > 0;
        return
        [
            .. contents.Where(content => history.Find(content.Number) is not null)
                .Select(content => new StoredVersion(history, history.Find(content.Number)!, PackedRecord.Unpack(content.Content), isTranslated)),
        ];
    }

    private static Task<RecordRow?> FindAsync(ArchiveContext context, RecordId id, CancellationToken cancellation) => context.Records
        .FirstOrDefaultAsync(row => row.Language == id.Language && row.Collection == id.Collection && row.Number == id.Number, cancellation);

    private static async Task<VersionHistory> HistoryAsync(ArchiveContext context, RecordRow row, CancellationToken cancellation)
    {
        var current = row.CurrentVersion;
        var versions = await context.Versions
            .Where(version => version.RecordId == row.Id)
            .OrderByDescending(version => version.Number == current).ThenByDescending(version => version.Number)
            .Take(MostListed)
            .Select(version => new VersionEntry
            {
                Number = version.Number,
                IsCurrent = version.Number == current,
                Form = version.Form,
                SeenFirst = version.SeenFirst,
                SeenLast = version.SeenLast,
                ImportedAt = version.ImportedAt,
                CapturedAt = version.CapturedAt,
                Sha256 = version.CaptureSha256,
                IsWithheld = version.IsWithheld,
            })
            .ToListAsync(cancellation);
        return new VersionHistory(row.Identity, row.Title, VersionEntry.InOrder(versions));
    }
}

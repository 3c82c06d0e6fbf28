using KremlinArchive.Records;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Reading;

/// <summary>Reads the versions of a record, the superseded ones among them.</summary>
public sealed class VersionReader
{
    /// <summary>Of a record with more versions, as many of the newest are listed.</summary>
    public const int MostListed = 1000;

    private readonly ArchiveDatabase database;

    internal VersionReader(ArchiveDatabase database) => this.database = database;

    /// <summary>All versions of a record without their content; null if the archive does not hold it.</summary>
    public Task<VersionHistory?> HistoryAsync(RecordId id, CancellationToken cancellation) =>
        database.ReadAsync(async context => await FindAsync(context, id, cancellation) is { } row ? await HistoryAsync(context, row, cancellation) : null);

    /// <summary>One version with its content; null if the archive does not hold it.</summary>
    public Task<StoredVersion?> FindAsync(RecordId id, int number, CancellationToken cancellation) =>
        database.ReadAsync(async context => (await FindAsync(context, id, [number], cancellation)).FirstOrDefault());

    /// <summary>Two versions with their content; null if the archive does not hold both.</summary>
    public Task<VersionPair?> PairAsync(RecordId id, int before, int after, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var found = (await FindAsync(context, id, [before, after], cancellation)).ToDictionary(version => version.Entry.Number);
        return found.TryGetValue(before, out var first) && found.TryGetValue(after, out var second) ? new VersionPair(first, second) : null;
    });

    private static async Task<IReadOnlyList<StoredVersion>> FindAsync(ArchiveContext context, RecordId id, int[] numbers, CancellationToken cancellation)
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
            })
            .ToListAsync(cancellation);
        return new VersionHistory(row.Identity, row.Title, VersionEntry.InOrder(versions));
    }
}

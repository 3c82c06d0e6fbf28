using KremlinArchive.Records;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Reading;

/// <summary>Reads records in their current version, many in two queries, as far as readers may see them.</summary>
internal static class StoredRecords
{
    // A record that was edited more often than that is read whole nowhere.
    private const int MostSuperseded = 50;

    /// <summary>The current content of these rows, by row key; none of those that are withheld.</summary>
    public static async Task<Dictionary<long, StoredRecord>> LoadAsync(
        ArchiveContext context, IReadOnlyList<RecordRow> all, CancellationToken cancellation)
    {
        var rows = all.Where(row => !row.IsWithheld).ToList();
        var keys = rows.Select(row => row.Id).ToList();
        var versions = await context.Versions
            .Where(version => keys.Contains(version.RecordId))
            .Join(context.Records, version => version.RecordId, record => record.Id, (version, record) => new { version, record.CurrentVersion })
            .Where(pair => pair.version.Number == pair.CurrentVersion)
            .Select(pair => pair.version)
            .ToDictionaryAsync(version => version.RecordId, cancellation);
        var translations = await HeldAsync(context, [.. rows.Select(row => row.Identity.Translation)], cancellation);
        return rows.ToDictionary(row => row.Id, row => Of(row, versions[row.Id], translations.Contains(row.Identity.Translation)));
    }

    /// <summary>The newest versions of these rows that are not current, by row key; none that are withheld.</summary>
    public static async Task<ILookup<long, StoredRecord>> LoadSupersededAsync(
        ArchiveContext context, IReadOnlyList<RecordRow> rows, CancellationToken cancellation)
    {
        var edited = rows.Where(row => row.Versions > 1 && !row.IsWithheld).ToDictionary(row => row.Id);
        var keys = edited.Keys.ToList();
        if (keys.Count == 0)
            return Enumerable.Empty<StoredRecord>().ToLookup(_ => 0L);
        var versions = await context.Versions
            .Where(version => keys.Contains(version.RecordId))
            .Join(context.Records, version => version.RecordId, record => record.Id, (version, record) => new { version, record })
            .Where(pair => pair.version.Number != pair.record.CurrentVersion && !pair.version.IsWithheld && pair.version.Number > pair.record.Versions - MostSuperseded)
            .Select(pair => pair.version)
            .ToListAsync(cancellation);
        var translations = await HeldAsync(context, [.. edited.Values.Select(row => row.Identity.Translation)], cancellation);
        return versions.OrderBy(version => version.Number).ToLookup(
            version => version.RecordId,
            version => Of(edited[version.RecordId], version, translations.Contains(edited[version.RecordId].Identity.Translation)));
    }

    /// <summary>Which of these records the archive holds and shows.</summary>
    public static async Task<HashSet<RecordId>> HeldAsync(ArchiveContext context, IReadOnlyCollection<RecordId> ids, CancellationToken cancellation)
    {
        // The index of identities begins with the language: without it, every record would be looked at.
        var languages = ids.Select(id => id.Language).Distinct().ToList();
        var collections = ids.Select(id => id.Collection).Distinct().ToList();
        var numbers = ids.Select(id => id.Number).Distinct().ToList();
        var held = await context.Records
            .Where(row => languages.Contains(row.Language) && collections.Contains(row.Collection) && numbers.Contains(row.Number) && !row.IsWithheld)
            .Select(row => new { row.Language, row.Collection, row.Number })
            .ToListAsync(cancellation);
        // The three lists also meet in combinations that nobody asked for.
        return [.. held.Select(row => new RecordId(row.Language, row.Collection, row.Number)).Intersect(ids)];
    }

    private static StoredRecord Of(RecordRow row, VersionRow version, bool hasTranslation)
    {
        var record = PackedRecord.Unpack(version.Content);
        return new StoredRecord
        {
            Record = record with { Updated = PrintedTime.Parse(row.Updated) ?? record.Updated },
            Version = version.Number,
            Versions = row.Versions,
            CapturedAt = version.CapturedAt,
            ImportedAt = version.ImportedAt,
            SeenFirst = version.SeenFirst,
            Sha256 = version.CaptureSha256,
            HasTranslation = hasTranslation,
        };
    }
}

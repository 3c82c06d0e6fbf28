using KremlinArchive.Records;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Runs;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Versions;

/// <summary>The records of a batch: what a capture says is held against the current version, and becomes a sighting, an enrichment or a version.</summary>
internal sealed class RecordRegister(ArchiveContext context, DateTimeOffset now)
{
    private readonly Dictionary<RecordId, RecordRow> rows = [];
    private readonly Dictionary<long, VersionRow> current = [];
    private readonly HashSet<(long Version, long Capture)> sightings = [];
    private readonly HashSet<(string Sha256, long Record)> seenBefore = [];
    private readonly ChangeLog log = new(context, now);
    private long lastRecord;
    private long lastVersion;

    /// <summary>The keys of the records that are at hand.</summary>
    public IReadOnlyCollection<long> Held => [.. rows.Values.Select(row => row.Id)];

    /// <summary>The key of a record; null if the archive does not hold it.</summary>
    public long? KeyOf(RecordId id) => rows.GetValueOrDefault(id)?.Id;

    /// <summary>Notes that a capture shows a record's page, and when. A feed shows less than the page, and does not save looking at it.</summary>
    /// <returns>The record's key.</returns>
    public long Look(RecordId id, CaptureForm form, CaptureRow capture)
    {
        var row = rows[id];
        if (form != CaptureForm.Feed && capture.CapturedAt is { } at && at > (row.LookedAt ?? DateTimeOffset.MinValue))
            row.LookedAt = at;
        return row.Id;
    }

    /// <summary>Reads what the archive already holds of these records.</summary>
    public async Task LoadAsync(IReadOnlyList<PackedPage> pages, CancellationToken cancellation)
    {
        foreach (var shelf in pages.SelectMany(page => page.Named).Distinct().GroupBy(id => (id.Language, id.Collection)))
        {
            var numbers = shelf.Select(id => id.Number).ToList();
            var held = await context.Records
                .Where(row => row.Language == shelf.Key.Language && row.Collection == shelf.Key.Collection && numbers.Contains(row.Number))
                .ToListAsync(cancellation);
            foreach (var row in held)
                rows.Add(row.Identity, row);
        }

        await LoadVersionsAsync(cancellation);
        await LoadSeenBeforeAsync([.. pages.Select(page => page.Page.Capture.Sha256).Distinct()], cancellation);
        await log.LoadAsync(cancellation);
        lastRecord = await context.Records.MaxAsync(row => (long?)row.Id, cancellation) ?? 0;
        lastVersion = await context.Versions.MaxAsync(row => (long?)row.Id, cancellation) ?? 0;
    }

    /// <summary>Takes in what a capture says of a record.</summary>
    public async Task<Outcome> TakeAsync(
        ArchiveRecord record, PackedRecord packed, CaptureForm form, CaptureRow capture, CancellationToken cancellation)
    {
        if (!rows.TryGetValue(record.Id, out var row))
        {
            Add(record, packed, form, capture);
            return Outcome.Added;
        }

        var held = current[row.Id];
        var isHeldCapture = held.CaptureSha256 == capture.Sha256;
        // Bytes that are known for an earlier state of this record, and bring no time of their own, say nothing new, whatever came since.
        if (!isHeldCapture && capture.CapturedAt is null && seenBefore.Contains((capture.Sha256, row.Id)))
            return Outcome.Unchanged;
        if (held.ContentHash == packed.Hash)
            return See(row, held, record, capture);

        var arrival = Arrival.Judge(PackedRecord.Unpack(held.Content), held.Form, record, form);
        switch (arrival.Meaning)
        {
            case ArrivalMeaning.Sighting:
                return See(row, held, record, capture);
            // The bytes behind the version say more today than when they were first read: the reader has learnt, nobody has edited.
            case ArrivalMeaning.Revision when isHeldCapture:
            case ArrivalMeaning.Enrichment:
                Enrich(row, held, arrival.Record, form, capture);
                return Outcome.Revised;
            case ArrivalMeaning.Revision when IsOlder(row, held, record, capture):
                return await TakeOlderAsync(row, record, packed, form, capture, cancellation);
            default:
                Revise(row, arrival.Record, form, capture);
                return Outcome.Revised;
        }
    }

    private async Task LoadVersionsAsync(CancellationToken cancellation)
    {
        var ids = rows.Values.Select(row => row.Id).ToList();
        var versions = await context.Versions
            .Join(context.Records, version => version.RecordId, record => record.Id, (version, record) => new { version, record })
            .Where(pair => ids.Contains(pair.record.Id) && pair.version.Number == pair.record.CurrentVersion)
            .Select(pair => pair.version)
            .ToListAsync(cancellation);
        foreach (var version in versions)
            current.Add(version.RecordId, version);

        await LoadSightingsAsync(versions, cancellation);
    }

    private async Task LoadSightingsAsync(List<VersionRow> versions, CancellationToken cancellation)
    {
        var keys = versions.Select(version => version.Id).ToList();
        var seen = await context.Sightings.AsNoTracking().Where(row => keys.Contains(row.VersionId)).ToListAsync(cancellation);
        sightings.UnionWith(seen.Select(row => (row.VersionId, row.CaptureId)));
    }

    private async Task LoadSeenBeforeAsync(List<string> hashes, CancellationToken cancellation)
    {
        var seen = await context.Captures.AsNoTracking()
            .Where(capture => hashes.Contains(capture.Sha256))
            .Join(context.Sightings, capture => capture.Id, sighting => sighting.CaptureId, (capture, sighting) => new { capture.Sha256, sighting.VersionId })
            .Join(context.Versions, sighting => sighting.VersionId, version => version.Id, (sighting, version) => new { sighting.Sha256, version.RecordId })
            .Distinct()
            .ToListAsync(cancellation);
        seenBefore.UnionWith(seen.Select(pair => (pair.Sha256, pair.RecordId)));
    }

    private void Add(ArchiveRecord record, PackedRecord packed, CaptureForm form, CaptureRow capture)
    {
        var row = new RecordRow
        {
            Id = ++lastRecord,
            Language = record.Id.Language,
            Collection = record.Id.Collection,
            Number = record.Id.Number,
            Title = record.Title,
            Published = record.Published.ToString(),
            PublishedSort = record.Published.SortInstant,
            Updated = record.Updated?.ToString(),
            CurrentVersion = 1,
            Versions = 1,
        };
        context.Records.Add(row);
        rows.Add(record.Id, row);
        current[row.Id] = AddVersion(row, packed, form, capture);
        log.Append(row, current[row.Id], ChangeKind.Added);
    }

    private Outcome See(RecordRow row, VersionRow version, ArchiveRecord record, CaptureRow capture)
    {
        // The page's word on its own last edit moves without an edit that readers could see: it is an observation, not a version.
        row.Observe(record.Updated);
        Sight(version, capture);
        return Outcome.Unchanged;
    }

    private void Enrich(RecordRow row, VersionRow version, ArchiveRecord record, CaptureForm form, CaptureRow capture)
    {
        var packed = PackedRecord.Of(record);
        version.Form = form;
        version.Content = packed.Bytes;
        version.ContentHash = packed.Hash;
        version.CaptureId = capture.Id;
        version.CaptureSha256 = capture.Sha256;
        version.CapturedAt = capture.CapturedAt;
        row.Show(record);
        Sight(version, capture);
        log.Append(row, version, ChangeKind.Enriched);
    }

    private void Revise(RecordRow row, ArchiveRecord record, CaptureForm form, CaptureRow capture)
    {
        row.Versions++;
        row.CurrentVersion = row.Versions;
        row.Show(record);
        current[row.Id] = AddVersion(row, PackedRecord.Of(record), form, capture);
        log.Append(row, current[row.Id], ChangeKind.Revised);
    }

    // A capture of an earlier time never becomes current: it shows a state that is held already, or one that was missed.
    private async Task<Outcome> TakeOlderAsync(
        RecordRow row, ArchiveRecord record, PackedRecord packed, CaptureForm form, CaptureRow capture, CancellationToken cancellation)
    {
        await context.SaveChangesAsync(cancellation);
        var versions = await context.Versions.Where(version => version.RecordId == row.Id).OrderByDescending(version => version.Number).ToListAsync(cancellation);
        await LoadSightingsAsync(versions, cancellation);
        foreach (var version in versions)
        {
            if (Arrival.Judge(PackedRecord.Unpack(version.Content), version.Form, record, form).Meaning != ArrivalMeaning.Revision)
            {
                Sight(version, capture);
                return Outcome.Unchanged;
            }
        }

        row.Versions++;
        log.Append(row, AddVersion(row, packed, form, capture), ChangeKind.OlderFound);
        return Outcome.Revised;
    }

    private VersionRow AddVersion(RecordRow row, PackedRecord packed, CaptureForm form, CaptureRow capture)
    {
        var version = new VersionRow
        {
            Id = ++lastVersion,
            RecordId = row.Id,
            Number = row.Versions,
            Form = form,
            Content = packed.Bytes,
            ContentHash = packed.Hash,
            CaptureId = capture.Id,
            CaptureSha256 = capture.Sha256,
            CapturedAt = capture.CapturedAt,
            ImportedAt = now,
            SeenFirst = capture.CapturedAt,
            SeenLast = capture.CapturedAt,
        };
        context.Versions.Add(version);
        Sight(version, capture);
        return version;
    }

    private void Sight(VersionRow version, CaptureRow capture)
    {
        if (capture.CapturedAt is { } at)
        {
            version.SeenFirst = at < (version.SeenFirst ?? DateTimeOffset.MaxValue) ? at : version.SeenFirst;
            version.SeenLast = at > (version.SeenLast ?? DateTimeOffset.MinValue) ? at : version.SeenLast;
        }

        seenBefore.Add((capture.Sha256, version.RecordId));
        if (sightings.Add((version.Id, capture.Id)))
            context.Sightings.Add(new SightingRow { VersionId = version.Id, CaptureId = capture.Id });
    }

    // Where one of the two has no capture time, the page's own last edit tells which state came first.
    private static bool IsOlder(RecordRow row, VersionRow held, ArchiveRecord record, CaptureRow capture)
    {
        if (capture.CapturedAt is { } at && held.SeenLast is { } seen)
            return at < seen;
        return record.Updated is { } updated && PrintedTime.Parse(row.Updated) is { } known && Minute(updated) < Minute(known);
    }

    // Pages print minutes, feeds seconds.
    private static long Minute(PrintedTime time) => time.SortInstant.ToUnixTimeSeconds() / 60;
}

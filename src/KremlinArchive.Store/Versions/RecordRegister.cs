using KremlinArchive.Records;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Runs;
using KremlinArchive.Store.Schema;
using KremlinArchive.Store.Withholding;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Versions;

/// <summary>The records of a batch: what a capture says is held against the current version, and becomes a sighting, an enrichment or a version.</summary>
internal sealed class RecordRegister(ArchiveContext context, DateTimeOffset now)
{
    private readonly Dictionary<RecordId, RecordRow> rows = [];
    private readonly Dictionary<long, VersionRow> current = [];
    private readonly HashSet<(long Version, long Capture)> sightings = [];
    private readonly HashSet<(string Sha256, long Record)> seenBefore = [];
    private readonly Dictionary<(long Capture, long Record), VersionRow> superseded = [];
    private readonly HashSet<long> withheld = [];
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
        foreach (var row in await RecordRows.FindAsync(context, [.. pages.SelectMany(page => page.Named)], cancellation))
            rows.Add(row.Identity, row);
        await LoadVersionsAsync(cancellation);
        await LoadWithheldAsync(cancellation);
        List<string> hashes = [.. pages.Select(page => page.Page.Capture.Sha256).Distinct()];
        await LoadSeenBeforeAsync(hashes, cancellation);
        await LoadSupersededAsync(hashes, cancellation);
        await log.LoadAsync(cancellation);
        lastRecord = await context.Records.MaxAsync(row => (long?)row.Id, cancellation) ?? 0;
        lastVersion = await context.Versions.MaxAsync(row => (long?)row.Id, cancellation) ?? 0;
    }

    /// <summary>Takes in what a capture says of a record.</summary>
    /// <returns>What it did to the record's content; null if nothing.</returns>
    public async Task<ContentChange?> TakeAsync(
        ArchiveRecord record, PackedRecord packed, CaptureForm form, CaptureRow capture, CancellationToken cancellation)
    {
        if (!rows.TryGetValue(record.Id, out var row))
            return Add(record, packed, form, capture);
        if (superseded.TryGetValue((capture.Id, row.Id), out var earlier))
            return await TakeAgainAsync(row, earlier, record, packed, form, capture, cancellation);

        var held = current[row.Id];
        var isHeldCapture = held.CaptureSha256 == capture.Sha256;
        // Bytes that are known for an earlier state of this record, and bring no time of their own, say nothing new, whatever came since.
        if (!isHeldCapture && capture.CapturedAt is null && seenBefore.Contains((capture.Sha256, row.Id)))
            return null;
        if (held.ContentHash == packed.Hash)
            return See(row, held, record, capture);

        var before = PackedRecord.Unpack(held.Content);
        var arrival = Arrival.Judge(before, held.Form, record, form);
        switch (arrival.Meaning)
        {
            case ArrivalMeaning.Sighting:
                return See(row, held, record, capture);
            // The bytes behind the version say more today than when they were first read: the reader has learnt, nobody has edited.
            case ArrivalMeaning.Revision when isHeldCapture:
            case ArrivalMeaning.Enrichment:
                return Enrich(row, held, before, arrival.Record, form, capture);
            case ArrivalMeaning.Revision when IsOlder(row, held, record, capture):
                return await TakeOlderAsync(row, record, packed, form, capture, cancellation);
            default:
                // What readers may not see fills no gap of what they may.
                return Revise(row, before, held.IsWithheld && !capture.IsWithheld ? record : arrival.Record, form, capture);
        }
    }

    // A capture that showed an earlier state when it first came is of that state still, however it is read today.
    private async Task<ContentChange?> TakeAgainAsync(
        RecordRow row, VersionRow version, ArchiveRecord record, PackedRecord packed, CaptureForm form, CaptureRow capture, CancellationToken cancellation)
    {
        if (version.ContentHash == packed.Hash)
            return null;
        var before = PackedRecord.Unpack(version.Content);
        var arrival = Arrival.Judge(before, version.Form, record, form);
        return arrival.Meaning switch
        {
            ArrivalMeaning.Sighting => null,
            ArrivalMeaning.Revision when version.CaptureId != capture.Id => capture.CapturedAt is null ? null : await TakeOlderAsync(row, record, packed, form, capture, cancellation),
            _ => Enrich(row, version, before, arrival.Record, form, capture),
        };
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

    // Those that are withheld for their own sake stay so, whatever version becomes current.
    private async Task LoadWithheldAsync(CancellationToken cancellation)
    {
        var hidden = rows.Values.Where(row => row.IsWithheld).Select(row => row.Id).ToList();
        if (hidden.Count > 0)
            withheld.UnionWith(await WithholdingFlags.Active(context).Where(row => row.RecordId != null && hidden.Contains(row.RecordId.Value)).Select(row => row.RecordId!.Value).ToListAsync(cancellation));
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

    // The versions that are no longer current and that captures of the batch are known to show.
    private async Task LoadSupersededAsync(List<string> hashes, CancellationToken cancellation)
    {
        var shown = await context.Captures
            .Where(capture => hashes.Contains(capture.Sha256))
            .Join(context.Sightings, capture => capture.Id, sighting => sighting.CaptureId, (capture, sighting) => sighting)
            .Join(context.Versions, sighting => sighting.VersionId, version => version.Id, (sighting, version) => new { sighting.CaptureId, version })
            .ToListAsync(cancellation);
        sightings.UnionWith(shown.Select(pair => (pair.version.Id, pair.CaptureId)));
        var isCurrent = current.Values.Select(version => version.Id).ToHashSet();
        // A capture that is known to show two states of a record is judged by the current one.
        foreach (var pair in shown.OrderBy(pair => pair.version.Number).Where(pair => !isCurrent.Contains(pair.version.Id)))
            superseded[(pair.CaptureId, pair.version.RecordId)] = pair.version;
        foreach (var pair in shown.Where(pair => isCurrent.Contains(pair.version.Id)))
            superseded.Remove((pair.CaptureId, pair.version.RecordId));
    }

    private ContentChange Add(ArchiveRecord record, PackedRecord packed, CaptureForm form, CaptureRow capture)
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
            IsWithheld = capture.IsWithheld,
        };
        context.Records.Add(row);
        rows.Add(record.Id, row);
        current[row.Id] = AddVersion(row, packed, form, capture);
        log.Append(row, current[row.Id], ChangeKind.Added);
        return new ContentChange(record.Id, 1, ChangeKind.Added, null, record) { Form = form };
    }

    private ContentChange? See(RecordRow row, VersionRow version, ArchiveRecord record, CaptureRow capture)
    {
        // The page's word on its own last edit moves without an edit that readers could see: it is an observation, not a version.
        row.Observe(record.Updated);
        Sight(version, capture);
        return null;
    }

    private ContentChange? Enrich(RecordRow row, VersionRow version, ArchiveRecord before, ArchiveRecord record, CaptureForm form, CaptureRow capture)
    {
        // A version that stands on other bytes shows nothing of those that are withheld.
        if (capture.IsWithheld && !version.IsWithheld)
        {
            Sight(version, capture);
            return null;
        }

        var packed = PackedRecord.Of(record);
        version.Form = form;
        version.Content = packed.Bytes;
        version.ContentHash = packed.Hash;
        version.CaptureId = capture.Id;
        version.CaptureSha256 = capture.Sha256;
        version.CapturedAt = capture.CapturedAt;
        if (version.Number == row.CurrentVersion)
            row.Show(record);
        Sight(version, capture);
        log.Append(row, version, ChangeKind.Enriched);
        return new ContentChange(record.Id, version.Number, ChangeKind.Enriched, before, record) { Form = form };
    }

    private ContentChange Revise(RecordRow row, ArchiveRecord before, ArchiveRecord record, CaptureForm form, CaptureRow capture)
    {
        row.Versions++;
        row.CurrentVersion = row.Versions;
        row.Show(record);
        current[row.Id] = AddVersion(row, PackedRecord.Of(record), form, capture);
        row.IsWithheld = current[row.Id].IsWithheld || withheld.Contains(row.Id);
        log.Append(row, current[row.Id], ChangeKind.Revised);
        return new ContentChange(record.Id, row.CurrentVersion, ChangeKind.Revised, before, record) { Form = form };
    }

    // A capture of an earlier time never becomes current: it shows a state that is held already, or one that was missed.
    private async Task<ContentChange?> TakeOlderAsync(
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
                return null;
            }
        }

        row.Versions++;
        log.Append(row, AddVersion(row, packed, form, capture), ChangeKind.OlderFound);
        return new ContentChange(record.Id, row.Versions, ChangeKind.OlderFound, PackedRecord.Unpack(current[row.Id].Content), record) { Form = form };
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
            IsWithheld = capture.IsWithheld,
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

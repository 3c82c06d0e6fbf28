using KremlinArchive.Records;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Runs;

/// <summary>Brings into a copy what the archive knows of the pages of a batch, before the batch is written there: what costs nothing by the size of the archive.</summary>
internal sealed class RehearsedPages(ArchiveDatabase archive, ArchiveDatabase copy)
{
    // Rows that the run adds to the copy stand beyond all that the archive may get while it goes on.
    private const long Reserve = 1_000_000_000;

    private readonly HashSet<long> records = [];
    private readonly HashSet<long> captures = [];

    /// <summary>The archive itself.</summary>
    public ArchiveDatabase Archive => archive;

    /// <summary>Keeps the keys of the archive's rows free in the copy.</summary>
    public static async Task ReserveAsync(ArchiveDatabase archive, ArchiveDatabase copy, CancellationToken cancellation)
    {
        var (record, version, capture, quarantine) = await archive.ReadAsync(async context => (
            await context.Records.MaxAsync(row => (long?)row.Id, cancellation) ?? 0,
            await context.Versions.MaxAsync(row => (long?)row.Id, cancellation) ?? 0,
            await context.Captures.MaxAsync(row => (long?)row.Id, cancellation) ?? 0,
            await context.Quarantine.MaxAsync(row => (long?)row.Id, cancellation) ?? 0));
        await copy.WriteAsync(context =>
        {
            // No item of the site has the number 0.
            var nobody = new RecordRow
            {
                Id = record + Reserve,
                Language = Language.Russian,
                Collection = Collection.Events,
                Number = 0,
                Title = "",
                Published = "",
                PublishedSort = DateTimeOffset.UnixEpoch,
                Updated = null,
                CurrentVersion = 0,
                Versions = 0,
            };
            context.Records.Add(nobody);
            context.Versions.Add(new VersionRow
            {
                Id = version + Reserve,
                RecordId = nobody.Id,
                Number = 1,
                Form = CaptureForm.Page,
                Content = [],
                ContentHash = "",
                CaptureId = capture + Reserve,
                CaptureSha256 = "",
                CapturedAt = null,
                ImportedAt = DateTimeOffset.UnixEpoch,
                SeenFirst = null,
                SeenLast = null,
            });
            context.Captures.Add(new CaptureRow
            {
                Id = capture + Reserve,
                Sha256 = "",
                Source = "",
                Address = null,
                Form = null,
                CapturedAt = null,
                Way = CaptureWay.File,
                AskedAddress = null,
                FinalAddress = null,
                Status = null,
                Headers = null,
                ArrivedAt = DateTimeOffset.UnixEpoch,
                RunId = 0,
            });
            context.Quarantine.Add(new QuarantineRow
            {
                Id = quarantine + Reserve,
                CaptureId = capture + Reserve,
                Reason = "",
                FirstAt = DateTimeOffset.UnixEpoch,
                LastAt = DateTimeOffset.UnixEpoch,
                ResolvedAt = DateTimeOffset.UnixEpoch,
            });
            return Task.FromResult(nobody);
        }, cancellation);
    }

    /// <summary>Brings what is not there yet.</summary>
    public async Task BringAsync(IReadOnlyList<PackedPage> pages, CancellationToken cancellation)
    {
        var known = await archive.ReadAsync(context => ReadAsync(context, pages, cancellation));
        await copy.WriteAsync(async context =>
        {
            // What the trial has added an import may have added to the archive meanwhile.
            var added = (await RecordRows.FindAsync(context, [.. known.Records.Select(row => row.Identity)], cancellation)).Select(row => row.Identity).ToHashSet();
            var fresh = known.Records.Where(row => !added.Contains(row.Identity) && records.Add(row.Id)).Select(row => row.Id).ToHashSet();
            context.Records.AddRange(known.Records.Where(row => fresh.Contains(row.Id)));
            var versions = known.Versions.Where(row => fresh.Contains(row.RecordId)).ToDictionary(row => row.Id);
            context.Versions.AddRange(versions.Values);
            context.Sightings.AddRange(known.Sightings.Where(row => versions.ContainsKey(row.VersionId)));
            var arrived = known.Captures.Where(row => captures.Add(row.Id)).Select(row => row.Id).ToHashSet();
            context.Captures.AddRange(known.Captures.Where(row => arrived.Contains(row.Id)));
            context.Quarantine.AddRange(known.Quarantine.Where(row => arrived.Contains(row.CaptureId)));
            return known;
        }, cancellation);
    }

    private static async Task<Known> ReadAsync(ArchiveContext context, IReadOnlyList<PackedPage> pages, CancellationToken cancellation)
    {
        var records = await RecordRows.FindAsync(context, [.. pages.SelectMany(page => page.Named)], cancellation);
        var ids = records.Select(row => row.Id).ToList();
        var versions = await context.Versions.Where(row => ids.Contains(row.RecordId)).ToListAsync(cancellation);
        var keys = versions.Select(row => row.Id).ToList();
        var sightings = await context.Sightings.Where(row => keys.Contains(row.VersionId)).ToListAsync(cancellation);
        var shown = sightings.Select(row => row.CaptureId).Concat(versions.Select(row => row.CaptureId)).Distinct().ToList();
        var hashes = pages.Select(page => page.Page.Capture.Sha256).Append(CaptureRegister.Nothing).Distinct().ToList();
        var sources = pages.Select(page => page.Page.Capture.Source).Distinct().ToList();
        var captures = await context.Captures
            .Where(row => shown.Contains(row.Id) || (hashes.Contains(row.Sha256) && sources.Contains(row.Source))).ToListAsync(cancellation);
        var held = captures.Select(row => row.Id).ToList();
        var quarantine = await context.Quarantine.Where(row => held.Contains(row.CaptureId)).ToListAsync(cancellation);
        return new Known(records, versions, sightings, captures, quarantine);
    }

    private sealed record Known(
        IReadOnlyList<RecordRow> Records, IReadOnlyList<VersionRow> Versions, IReadOnlyList<SightingRow> Sightings, IReadOnlyList<CaptureRow> Captures, IReadOnlyList<QuarantineRow> Quarantine);
}

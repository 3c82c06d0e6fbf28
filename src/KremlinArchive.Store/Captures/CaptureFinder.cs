using KremlinArchive.Records;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Captures;

/// <summary>Finds a capture that another one refers to for its bytes.</summary>
internal static class CaptureFinder
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The capture of an address at a time, which may be told to the second only, or any of these bytes; null if there is none that is whole.</summary>
    public static async Task<Capture?> FindAsync(ArchiveContext context, string address, DateTimeOffset? at, string? sha256, CancellationToken cancellation)
    {
        if (at is { } time && SiteAddress.Parse(address)?.Record is { } id && await FirstAsync(context, OfRecord(context, id, address, time), cancellation) is { } found)
            return found;
        return sha256 is null ? null : await FirstAsync(context, context.Captures.Where(row => row.Sha256 == sha256), cancellation);
    }

    // By way of the record, since no index has the captures by their addresses.
    private static IQueryable<CaptureRow> OfRecord(ArchiveContext context, RecordId id, string address, DateTimeOffset at)
    {
        var (first, last) = (at, at + Second);
        return from record in context.Records
               where record.Language == id.Language && record.Collection == id.Collection && record.Number == id.Number
               join version in context.Versions on record.Id equals version.RecordId
               join sighting in context.Sightings on version.Id equals sighting.VersionId
               join capture in context.Captures on sighting.CaptureId equals capture.Id
               where capture.CapturedAt >= first && capture.CapturedAt < last
                   && (capture.Source == address || capture.AskedAddress == address || capture.FinalAddress == address)
               select capture;
    }

    private static async Task<Capture?> FirstAsync(ArchiveContext context, IQueryable<CaptureRow> captures, CancellationToken cancellation)
    {
        var found = await captures.OrderBy(row => row.Id)
            .Join(context.Contents.Where(content => content.KeptLength == content.Length), row => row.Sha256, content => content.Sha256, (row, content) => new { row, content })
            .FirstOrDefaultAsync(cancellation);
        return found is null ? null : KeptCapture.Whole(found.row, found.content);
    }
}

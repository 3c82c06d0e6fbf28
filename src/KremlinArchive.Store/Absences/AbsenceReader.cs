using KremlinArchive.Records;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Absences;

/// <summary>Reads which records were not seen on the site, and when; of withheld records, nothing.</summary>
public sealed class AbsenceReader
{
    private const int MostOfOne = 100;

    private readonly ArchiveDatabase database;

    internal AbsenceReader(ArchiveDatabase database) => this.database = database;

    /// <summary>Absences, the newest first.</summary>
    /// <param name="before">Only absences with smaller keys; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<Absence>> ListAsync(long? before, int most, CancellationToken cancellation) => database.ReadAsync(context =>
        ReadAsync(context, before is { } key ? context.Absences.Where(row => row.Id < key) : context.Absences, most, cancellation));

    /// <summary>The absences of one record, the newest first; at most a hundred.</summary>
    public Task<IReadOnlyList<Absence>> OfAsync(RecordId id, CancellationToken cancellation) => database.ReadAsync(context =>
    {
        var record = context.Records.Where(row => row.Language == id.Language && row.Collection == id.Collection && row.Number == id.Number).Select(row => row.Id);
        return ReadAsync(context, context.Absences.Where(row => record.Contains(row.RecordId)), MostOfOne, cancellation);
    });

    /// <summary>The first answer that there was no such page, as it came; null if there is no such absence.</summary>
    public Task<Capture?> EvidenceAsync(long key, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var found = await (from absence in context.Absences
                           join capture in context.Captures on absence.CaptureId equals capture.Id
                           join content in context.Contents on capture.Sha256 equals content.Sha256
                           where absence.Id == key
                           select new { capture, content }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : new Capture
        {
            Source = found.capture.Source,
            Bytes = PackedBytes.Unpack(found.content.Packed, found.content.KeptLength),
            Length = found.content.Length,
            Sha256 = found.content.Sha256,
            CapturedAt = found.capture.CapturedAt,
            Way = found.capture.Way,
            Exchange = found.capture.Exchange,
        };
    });

    private static async Task<IReadOnlyList<Absence>> ReadAsync(ArchiveContext context, IQueryable<AbsenceRow> absences, int most, CancellationToken cancellation)
    {
        var shown = absences.Where(absence => !context.Records.Any(record => record.Id == absence.RecordId && record.IsWithheld)).OrderByDescending(absence => absence.Id).Take(most);
        var rows = await (from absence in shown
                          join record in context.Records on absence.RecordId equals record.Id
                          join capture in context.Captures on absence.CaptureId equals capture.Id
                          orderby absence.Id descending
                          select new
                          {
                              absence,
                              record,
                              capture.Sha256,
                              capture.Status,
                              Seen = context.Versions.Where(version => version.RecordId == absence.RecordId && version.SeenLast < absence.FirstAt).Max(version => version.SeenLast),
                          }).ToListAsync(cancellation);
        return [.. rows.Select(row => new Absence
        {
            Key = row.absence.Id,
            Record = row.record.Identity,
            Title = row.record.Title,
            FirstAt = row.absence.FirstAt,
            LastAt = row.absence.LastAt,
            SeenBefore = row.Seen,
            SeenAgainAt = row.absence.SeenAgainAt,
            Asked = row.absence.Asked.Split('\n'),
            Sha256 = row.Sha256,
            Status = row.Status ?? 0,
        })];
    }
}

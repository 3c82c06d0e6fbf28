using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Withholding;

/// <summary>Where admins withhold records and captures from readers, and release them. Nothing is deleted, and each act is in the change log and the audit log.</summary>
public sealed class WithholdingDesk
{
    /// <summary>Of the records that a withheld capture shows, as many are named.</summary>
    public const int MostNamed = 5;

    private readonly ArchiveDatabase database;

    internal WithholdingDesk(ArchiveDatabase database) => this.database = database;

    /// <summary>Hides a record with all its versions and captures, whatever comes later.</summary>
    /// <param name="reason">Told to readers: see <see cref="WithholdingReason"/>.</param>
    /// <returns>Why it was not done; null if it was.</returns>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public Task<WithholdingProblem?> WithholdRecordAsync(RecordId id, string? reason, Actor by, CancellationToken cancellation) => ActAsync(reason, async (context, given, now) =>
    {
        if (await RecordAsync(context, id, cancellation) is not { } record)
            return WithholdingProblem.NotHeld;
        if (await WithholdingFlags.Active(context).AnyAsync(row => row.RecordId == record.Id, cancellation))
            return WithholdingProblem.WithheldAlready;
        context.Withholdings.Add(new WithholdingRow { RecordId = record.Id, CaptureId = null, Reason = given, At = now, By = by.Name });
        await new WithholdingFlags(context, now).JudgeAsync(record, isWithheldItself: true, cancellation);
        AuditLog.Note(context, by, AuditAction.RecordWithheld, id.ToString(), given, now);
        return null;
    }, cancellation);

    /// <summary>Shows a record again, unless its current version is withheld.</summary>
    /// <param name="reason">For the audit log.</param>
    /// <inheritdoc cref="WithholdRecordAsync"/>
    public Task<WithholdingProblem?> ReleaseRecordAsync(RecordId id, string? reason, Actor by, CancellationToken cancellation) => ActAsync(reason, async (context, given, now) =>
    {
        if (await RecordAsync(context, id, cancellation) is not { } record)
            return WithholdingProblem.NotHeld;
        var rows = await WithholdingFlags.Active(context).Where(row => row.RecordId == record.Id).ToListAsync(cancellation);
        if (rows.Count == 0)
            return WithholdingProblem.NotWithheld;
        Lift(rows, given, by, now);
        await new WithholdingFlags(context, now).JudgeAsync(record, isWithheldItself: false, cancellation);
        AuditLog.Note(context, by, AuditAction.RecordReleased, id.ToString(), given, now);
        return null;
    }, cancellation);

    /// <summary>Hides a capture, all others of the same bytes, and the versions that nothing else shows.</summary>
    /// <param name="capture">The capture's number.</param>
    /// <param name="reason">Told to readers: see <see cref="WithholdingReason"/>.</param>
    /// <inheritdoc cref="WithholdRecordAsync"/>
    public Task<WithholdingProblem?> WithholdCaptureAsync(long capture, string? reason, Actor by, CancellationToken cancellation) => ActAsync(reason, async (context, given, now) =>
    {
        if (await HashAsync(context, capture, cancellation) is not { } sha256)
            return WithholdingProblem.NotHeld;
        if (await context.Captures.AnyAsync(row => row.Sha256 == sha256 && row.IsWithheld, cancellation))
            return WithholdingProblem.WithheldAlready;
        if (!await context.Captures.AnyAsync(row => row.Sha256 == sha256 && context.Sightings.Any(sighting => sighting.CaptureId == row.Id), cancellation))
            return WithholdingProblem.ShowsNothing;
        context.Withholdings.Add(new WithholdingRow { RecordId = null, CaptureId = capture, Reason = given, At = now, By = by.Name });
        await new WithholdingFlags(context, now).HideAsync(sha256, cancellation);
        AuditLog.Note(context, by, AuditAction.CaptureWithheld, Subject(capture), given, now);
        return null;
    }, cancellation);

    /// <summary>Shows a capture again, all others of the same bytes, and the versions that they show.</summary>
    /// <param name="capture">The number of the one that was withheld, or of another one of the same bytes.</param>
    /// <param name="reason">For the audit log.</param>
    /// <inheritdoc cref="WithholdRecordAsync"/>
    public Task<WithholdingProblem?> ReleaseCaptureAsync(long capture, string? reason, Actor by, CancellationToken cancellation) => ActAsync(reason, async (context, given, now) =>
    {
        if (await HashAsync(context, capture, cancellation) is not { } sha256)
            return WithholdingProblem.NotHeld;
        var rows = await OfBytes(context, sha256).ToListAsync(cancellation);
        if (rows.Count == 0)
            return WithholdingProblem.NotWithheld;
        Lift(rows, given, by, now);
        await new WithholdingFlags(context, now).ShowAsync(sha256, cancellation);
        AuditLog.Note(context, by, AuditAction.CaptureReleased, Subject(capture), given, now);
        return null;
    }, cancellation);

    /// <summary>What is withheld, the newest first.</summary>
    /// <param name="before">Only what has smaller keys; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<WithheldItem>> ListAsync(long? before, int most, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var rows = before is { } key ? WithholdingFlags.Active(context).Where(row => row.Id < key) : WithholdingFlags.Active(context);
        return await DescribeAsync(context, rows.OrderByDescending(row => row.Id).Take(most), cancellation);
    });

    /// <summary>What withholds a record for its own sake; null if nothing does.</summary>
    public Task<WithheldItem?> OfAsync(RecordId id, CancellationToken cancellation) => database.ReadAsync(async context =>
        await RecordAsync(context, id, cancellation) is { } record ? (await DescribeAsync(context, WithholdingFlags.Active(context).Where(row => row.RecordId == record.Id), cancellation)).FirstOrDefault() : null);

    /// <summary>What withholds a capture, or another one of the same bytes; null if nothing does.</summary>
    public Task<WithheldItem?> OfCaptureAsync(long capture, CancellationToken cancellation) => database.ReadAsync(async context =>
        await HashAsync(context, capture, cancellation) is { } sha256 ? (await DescribeAsync(context, OfBytes(context, sha256), cancellation)).FirstOrDefault() : null);

    private async Task<WithholdingProblem?> ActAsync(string? reason, Func<ArchiveContext, string, DateTimeOffset, Task<WithholdingProblem?>> act, CancellationToken cancellation)
    {
        var given = WithholdingReason.Clean(reason);
        return WithholdingReason.ProblemOf(given) ?? await database.WriteAsync(context => act(context, given, database.Clock.GetUtcNow()), cancellation);
    }

    private static Task<RecordRow?> RecordAsync(ArchiveContext context, RecordId id, CancellationToken cancellation) => context.Records
        .FirstOrDefaultAsync(row => row.Language == id.Language && row.Collection == id.Collection && row.Number == id.Number, cancellation);

    private static Task<string?> HashAsync(ArchiveContext context, long capture, CancellationToken cancellation) =>
        context.Captures.Where(row => row.Id == capture).Select(row => row.Sha256).FirstOrDefaultAsync(cancellation);

    private static IQueryable<WithholdingRow> OfBytes(ArchiveContext context, string sha256) =>
        WithholdingFlags.Active(context).Where(row => context.Captures.Any(capture => capture.Id == row.CaptureId && capture.Sha256 == sha256));

    private static void Lift(IEnumerable<WithholdingRow> rows, string reason, Actor by, DateTimeOffset now)
    {
        foreach (var row in rows)
            (row.LiftedAt, row.LiftedBy, row.LiftReason) = (now, by.Name, reason);
    }

    private static string Subject(long capture) => capture.ToString(CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<WithheldItem>> DescribeAsync(ArchiveContext context, IQueryable<WithholdingRow> rows, CancellationToken cancellation)
    {
        var items = new List<WithheldItem>();
        foreach (var row in await rows.OrderByDescending(row => row.Id).ToListAsync(cancellation))
        {
            items.Add(new WithheldItem
            {
                Key = row.Id,
                Capture = row.CaptureId,
                Records = [.. (await RecordsOf(context, row).OrderBy(record => record.Id).Take(MostNamed).ToListAsync(cancellation)).Select(record => new WithheldRecord(record.Identity, record.Title))],
                Reason = row.Reason,
                At = row.At,
                By = row.By,
            });
        }

        return items;
    }

    private static IQueryable<RecordRow> RecordsOf(ArchiveContext context, WithholdingRow withholding)
    {
        if (withholding.RecordId is { } key)
            return context.Records.Where(record => record.Id == key);
        var shown = from capture in context.Captures
                    join same in context.Captures on capture.Sha256 equals same.Sha256
                    join sighting in context.Sightings on same.Id equals sighting.CaptureId
                    join version in context.Versions on sighting.VersionId equals version.Id
                    where capture.Id == withholding.CaptureId
                    select version.RecordId;
        return context.Records.Where(record => shown.Contains(record.Id));
    }
}

using System.Runtime.CompilerServices;
using KremlinArchive.Records;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Captures;

/// <summary>The captures that are kept, read again a few at a time, in the order in which they came.</summary>
public sealed class StoredCaptures
{
    private const int Batch = 50;

    private readonly ArchiveDatabase database;

    internal StoredCaptures(ArchiveDatabase database) => this.database = database;

    /// <summary>How many bytes are kept of all captures together.</summary>
    public Task<long> BytesAsync(CancellationToken cancellation) => database.ReadAsync(context =>
        context.Captures.Join(context.Contents, capture => capture.Sha256, content => content.Sha256, (_, content) => content.KeptLength).SumAsync(cancellation));

    /// <summary>The captures that versions were read from, as of the walk's beginning.</summary>
    public IAsyncEnumerable<StoredCapture> BehindVersionsAsync(CancellationToken cancellation) =>
        WalkAsync(context => context.Captures.Where(capture => context.Versions.Any(version => version.CaptureId == capture.Id)), cancellation);

    /// <summary>The captures that no version was read from, and those of several records, as of the walk's beginning.</summary>
    public IAsyncEnumerable<StoredCapture> OthersAsync(CancellationToken cancellation) => WalkAsync(
        context => context.Captures.Where(capture => capture.Address == null || !context.Versions.Any(version => version.CaptureId == capture.Id)), cancellation);

    private async IAsyncEnumerable<StoredCapture> WalkAsync(
        Func<ArchiveContext, IQueryable<CaptureRow>> captures, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = await database.ReadAsync(async context => await context.Captures.MaxAsync(row => (long?)row.Id, cancellation) ?? 0);
        for (var after = 0L; ;)
        {
            var from = after;
            var batch = await database.ReadAsync(context => LoadAsync(
                context, captures(context).Where(row => row.Id > from && row.Id <= last).OrderBy(row => row.Id).Take(Batch), cancellation));
            foreach (var capture in batch)
                yield return capture;
            if (batch.Count < Batch)
                yield break;
            after = batch[^1].Id;
        }
    }

    private static async Task<IReadOnlyList<StoredCapture>> LoadAsync(ArchiveContext context, IQueryable<CaptureRow> captures, CancellationToken cancellation)
    {
        var rows = await captures.Join(context.Contents, capture => capture.Sha256, content => content.Sha256, (capture, content) => new
        {
            capture,
            content,
            Waits = context.Quarantine.Where(row => row.CaptureId == capture.Id && row.ResolvedAt == null).Select(row => row.Reason).FirstOrDefault(),
        }).ToListAsync(cancellation);
        var keys = rows.Select(row => row.capture.Id).ToList();
        var behind = (await context.Versions.Where(version => keys.Contains(version.CaptureId))
                .Join(context.Records, version => version.RecordId, record => record.Id, (version, record) => new { version.CaptureId, record.Language, record.Collection, record.Number })
                .ToListAsync(cancellation))
            .ToLookup(row => row.CaptureId, row => new RecordId(row.Language, row.Collection, row.Number));
        return
        [
            .. rows.OrderBy(row => row.capture.Id)
                .Select(row => new StoredCapture(row.capture.Id, Unpacked(row.capture, row.content), row.Waits, behind[row.capture.Id].ToHashSet())),
        ];
    }

    private static Capture Unpacked(CaptureRow capture, ContentRow content) => new()
    {
        Source = capture.Source,
        Bytes = PackedBytes.Unpack(content.Packed, content.KeptLength),
        Length = content.Length,
        Sha256 = content.Sha256,
        CapturedAt = capture.CapturedAt,
    };
}

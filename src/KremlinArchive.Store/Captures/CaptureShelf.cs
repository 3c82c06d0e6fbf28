using System.Runtime.CompilerServices;
using KremlinArchive.Records;
using KremlinArchive.Store.Schema;
using KremlinArchive.Store.Withholding;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Captures;

/// <summary>Gives captures out again as they came: a selection of them to be exported, or all to be read anew.</summary>
public sealed class CaptureShelf
{
    private const int Batch = 50;

    private readonly ArchiveDatabase database;

    internal CaptureShelf(ArchiveDatabase database) => this.database = database;

    /// <summary>Walks a selection in the order of arrival, one capture in memory at a time, as it stands when the walk begins.</summary>
    /// <param name="begin">Told first what there is.</param>
    /// <param name="visit">Given one capture after the other.</param>
    public Task<CaptureMeasure> WalkAsync(CaptureSelection selection, Action<CaptureMeasure> begin, Func<KeptCapture, Task> visit, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var captures = Selected(context, selection);
        if (await WithholdingFlags.Active(context).AnyAsync(cancellation))
            captures = WithholdingFlags.Open(context, captures);
        var selected = captures.Join(context.Contents.Where(content => content.KeptLength == content.Length), row => row.Sha256, content => content.Sha256, (row, content) => new { row, content });
        var measure = new CaptureMeasure(
            await selected.LongCountAsync(cancellation),
            await selected.SumAsync(pair => pair.content.Length, cancellation),
            await selected.MaxAsync(pair => (DateTimeOffset?)pair.row.ArrivedAt, cancellation));
        begin(measure);
        await foreach (var pair in selected.OrderBy(pair => pair.row.Id).AsAsyncEnumerable().WithCancellation(cancellation))
            await visit(new KeptCapture(KeptCapture.Whole(pair.row, pair.content), pair.row.Address, pair.row.ArrivedAt));
        return measure;
    });

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
                .Select(row => new StoredCapture(row.capture.Id, KeptCapture.Whole(row.capture, row.content), row.Waits, behind[row.capture.Id].ToHashSet())),
        ];
    }

    private static IQueryable<CaptureRow> Selected(ArchiveContext context, CaptureSelection selection)
    {
        var records = context.Records.Where(record => record.Number < RecordId.FirstSampleNumber);
        if (selection.Language is { } language)
            records = records.Where(record => record.Language == language);
        if (selection.From is { } first && new PrintedTime(first).SortInstant is var from)
            records = records.Where(record => record.PublishedSort >= from);
        if (selection.To is { } last && new PrintedTime(last.AddDays(1)).SortInstant is var end)
            records = records.Where(record => record.PublishedSort < end);
        if (selection.Records.Count > 0)
        {
            var names = selection.Records.Select(id => Key(id.Language, id.Collection, id.Number)).ToList();
            records = records.Where(record => names.Contains(((long)record.Number * 100) + ((int)record.Collection * 10) + (int)record.Language));
        }

        // By their bytes: a capture without a time is no sighting of an earlier state, though another capture of the same bytes is one.
        var shown = from record in records
                    join version in context.Versions on record.Id equals version.RecordId
                    join sighting in context.Sightings on version.Id equals sighting.VersionId
                    join capture in context.Captures on sighting.CaptureId equals capture.Id
                    select capture.Sha256;
        return context.Captures.Where(capture => shown.Contains(capture.Sha256));
    }

    private static long Key(Language language, Collection collection, int number) => ((long)number * 100) + ((int)collection * 10) + (int)language;
}

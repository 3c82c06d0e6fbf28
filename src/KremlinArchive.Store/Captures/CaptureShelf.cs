using KremlinArchive.Records;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Captures;

/// <summary>Gives captures out again as they came.</summary>
public sealed class CaptureShelf
{
    private readonly ArchiveDatabase database;

    internal CaptureShelf(ArchiveDatabase database) => this.database = database;

    /// <summary>Walks a selection in the order of arrival, one capture in memory at a time, as it stands when the walk begins.</summary>
    /// <param name="begin">Told first what there is.</param>
    /// <param name="visit">Given one capture after the other.</param>
    public Task<CaptureMeasure> WalkAsync(CaptureSelection selection, Action<CaptureMeasure> begin, Func<KeptCapture, Task> visit, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var selected = Selected(context, selection).Join(context.Contents.Where(content => content.KeptLength == content.Length), row => row.Sha256, content => content.Sha256, (row, content) => new { row, content });
        var measure = new CaptureMeasure(
            await selected.LongCountAsync(cancellation),
            await selected.SumAsync(pair => pair.content.Length, cancellation),
            await selected.MaxAsync(pair => (DateTimeOffset?)pair.row.ArrivedAt, cancellation));
        begin(measure);
        await foreach (var pair in selected.OrderBy(pair => pair.row.Id).AsAsyncEnumerable().WithCancellation(cancellation))
            await visit(new KeptCapture(KeptCapture.Whole(pair.row, pair.content), pair.row.Address, pair.row.ArrivedAt));
        return measure;
    });

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

        return context.Captures.Where(capture => context.Sightings.Any(sighting => sighting.CaptureId == capture.Id
            && context.Versions.Any(version => version.Id == sighting.VersionId && records.Any(record => record.Id == version.RecordId))));
    }

    private static long Key(Language language, Collection collection, int number) => ((long)number * 100) + ((int)collection * 10) + (int)language;
}

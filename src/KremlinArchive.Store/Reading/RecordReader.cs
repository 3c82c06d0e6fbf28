using KremlinArchive.Records;
using KremlinArchive.Store.Schema;
using KremlinArchive.Store.Withholding;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Reading;

/// <summary>Reads records from the store, the evidence itself, as far as readers may see them.</summary>
public sealed class RecordReader
{
    private readonly ArchiveDatabase database;

    internal RecordReader(ArchiveDatabase database) => this.database = database;

    /// <summary>The record in its current version.</summary>
    public Task<Sought<StoredRecord>> FindAsync(RecordId id, CancellationToken cancellation) => database.SeekAsync(async context => await RowAsync(context, id, cancellation) switch
    {
        null => new Sought<StoredRecord>(null),
        { IsWithheld: true } row => new Sought<StoredRecord>(null, await Tombstones.OfRecordAsync(context, row, cancellation)),
        { } row => new Sought<StoredRecord>((await StoredRecords.LoadAsync(context, [row], cancellation))[row.Id]),
    }, cancellation);

    /// <summary>What a list shows of a record, withheld or not; null if the archive does not hold it. For admins.</summary>
    public Task<RecordHeading?> HeadingAsync(RecordId id, CancellationToken cancellation) =>
        database.ReadAsync(async context => Heading(await RowAsync(context, id, cancellation)));

    /// <summary>Which of these records the archive holds and shows.</summary>
    /// <param name="ids">A page's worth of them.</param>
    public Task<IReadOnlySet<RecordId>> HeldAsync(IReadOnlyCollection<RecordId> ids, CancellationToken cancellation) =>
        database.ReadAsync(async context => (IReadOnlySet<RecordId>)await StoredRecords.HeldAsync(context, ids, cancellation));

    /// <summary>How many records readers may see.</summary>
    public Task<long> CountAsync(CancellationToken cancellation) => database.ReadAsync(async context =>
        await context.Records.LongCountAsync(cancellation) - await WithholdingFlags.CountHiddenAsync(context, cancellation));

    /// <summary>The records published just before and just after this one, in its language; null at either end.</summary>
    public Task<Neighbours> NeighboursAsync(RecordId id, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var row = await RowAsync(context, id, cancellation);
        if (row is null or { IsWithheld: true })
            return new Neighbours(null, null);

        // Samples and real records are no neighbours: one is fiction.
        var shelf = context.Records.Where(other => other.Language == row.Language && other.Id != row.Id && !other.IsWithheld
            && other.Number >= RecordId.FirstSampleNumber == id.IsSample);
        var previous = await shelf
            .Where(other => other.PublishedSort < row.PublishedSort || (other.PublishedSort == row.PublishedSort && other.Number < row.Number))
            .OrderByDescending(other => other.PublishedSort).ThenByDescending(other => other.Number)
            .FirstOrDefaultAsync(cancellation);
        var next = await shelf
            .Where(other => other.PublishedSort > row.PublishedSort || (other.PublishedSort == row.PublishedSort && other.Number > row.Number))
            .OrderBy(other => other.PublishedSort).ThenBy(other => other.Number)
            .FirstOrDefaultAsync(cancellation);
        return new Neighbours(Heading(previous), Heading(next));
    });

    private static Task<RecordRow?> RowAsync(ArchiveContext context, RecordId id, CancellationToken cancellation) => context.Records
        .FirstOrDefaultAsync(row => row.Language == id.Language && row.Collection == id.Collection && row.Number == id.Number, cancellation);

    private static RecordHeading? Heading(RecordRow? row) =>
        row is null ? null : new RecordHeading(row.Identity, row.Title, PrintedTime.Parse(row.Published)!.Value);
}

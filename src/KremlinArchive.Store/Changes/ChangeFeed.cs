using KremlinArchive.Store.Reading;
using KremlinArchive.Store.Schema;
using KremlinArchive.Store.Withholding;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Changes;

/// <summary>The change log as an index follows it: in order, without gaps, from any number on.</summary>
public sealed class ChangeFeed
{
    private readonly ArchiveDatabase database;

    internal ChangeFeed(ArchiveDatabase database) => this.database = database;

    /// <summary>The number of the newest change; 0 in an empty archive.</summary>
    public Task<long> HeadAsync(CancellationToken cancellation) => database.ReadAsync(
        async context => await context.Changes.MaxAsync(row => (long?)row.Number, cancellation) ?? 0);

    /// <summary>
    /// Waits until there may be another change, at most for some seconds; not at all where that can only be found by looking. Whoever follows the log looks
    /// again afterwards, whatever ended the wait.
    /// </summary>
    /// <returns>True if the engine told of one.</returns>
    public Task<bool> WaitAsync(CancellationToken cancellation) => database.Engine.WaitForChangeAsync(cancellation);

    /// <summary>The hash of a change, which stands for the whole log up to it; null where the log has no such number.</summary>
    /// <exception cref="ArchiveUnavailableException">What can be read is a copy that has not come so far: whether the log has it cannot be told.</exception>
    public Task<string?> HashAtAsync(long number, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var hash = await context.Changes.Where(change => change.Number == number).Select(change => change.Hash).SingleOrDefaultAsync(cancellation);
        if (hash is null && await database.Engine.IsStandbyAsync(context.Database, cancellation))
            throw new ArchiveUnavailableException($"Only a standby of the database can be read, and it has not come to change {number} yet.") { MayPass = true };
        return hash;
    });

    /// <summary>When a change was made; null where the log has no such number.</summary>
    public Task<DateTimeOffset?> TimeOfAsync(long number, CancellationToken cancellation) => database.ReadAsync(
        async context => await context.Changes.Where(change => change.Number == number).Select(change => (DateTimeOffset?)change.At).SingleOrDefaultAsync(cancellation));

    /// <summary>The changes after a number, oldest first, at most <paramref name="limit"/> of them; empty at the head.</summary>
    public Task<IReadOnlyList<RecordChange>> ReadAsync(long after, int limit, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var changes = await context.Changes
            .Where(change => change.Number > after)
            .OrderBy(change => change.Number)
            .Take(limit)
            .Join(context.Records, change => change.RecordId, record => record.Id, (change, record) => new { change.Number, change.Kind, Record = record })
            .OrderBy(pair => pair.Number)
            .ToListAsync(cancellation);
        List<RecordRow> rows = [.. changes.Select(pair => pair.Record).DistinctBy(record => record.Id)];
        var records = await StoredRecords.LoadAsync(context, rows, cancellation);
        var superseded = await StoredRecords.LoadSupersededAsync(context, rows, cancellation);
        return (IReadOnlyList<RecordChange>)
        [
            .. changes.Select(pair => new RecordChange(
                pair.Number, pair.Record.Identity, records.GetValueOrDefault(pair.Record.Id), [.. superseded[pair.Record.Id]], pair.Kind == ChangeKind.Added)),
        ];
    });

    /// <summary>The records that were withheld after a change, or versions of theirs, and oldest first.</summary>
    public Task<IReadOnlyList<WithheldRecord>> WithheldAfterAsync(long number, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var found = await context.Changes.Where(change => change.Kind == ChangeKind.Withheld && change.Number > number)
            .Join(context.Records, change => change.RecordId, record => record.Id, (change, record) => new { change.Number, record })
            .OrderBy(pair => pair.Number).ToListAsync(cancellation);
        return (IReadOnlyList<WithheldRecord>)[.. found.Select(pair => new WithheldRecord(pair.Number, pair.record.Identity, pair.record.IsWithheld))];
    });

    /// <summary>Every record as it stands, in the order of arrival and so many at a time; empty at the end.</summary>
    /// <param name="after">The key of the last one that is known; 0 from the beginning.</param>
    public Task<IReadOnlyList<StandingRecord>> StandingAsync(long after, int limit, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var rows = await context.Records.Where(row => row.Id > after).OrderBy(row => row.Id).Take(limit).ToListAsync(cancellation);
        var keys = rows.Select(row => row.Id).ToList();
        var changes = await context.Changes.Where(change => keys.Contains(change.RecordId))
            .GroupBy(change => change.RecordId, (key, group) => new { key, Last = group.Max(change => change.Number) })
            .ToDictionaryAsync(pair => pair.key, pair => pair.Last, cancellation);
        var records = await StoredRecords.LoadAsync(context, rows, cancellation);
        var withheld = (await WithholdingFlags.WithheldVersionsAsync(context, keys, cancellation)).ToLookup(version => version.Record, version => version.Number);
        return (IReadOnlyList<StandingRecord>)
        [
            .. rows.Select(row => new StandingRecord(row.Id, changes.GetValueOrDefault(row.Id), row.Identity, records.GetValueOrDefault(row.Id), [.. withheld[row.Id]])),
        ];
    });
}

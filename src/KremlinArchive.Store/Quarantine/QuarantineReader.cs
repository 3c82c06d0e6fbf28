using System.Runtime.CompilerServices;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Quarantine;

/// <summary>Reads what could not be read: why, and the bytes themselves. Nothing leaves quarantine by deletion.</summary>
public sealed class QuarantineReader
{
    private const int Batch = 100;

    private readonly ArchiveDatabase database;

    internal QuarantineReader(ArchiveDatabase database) => this.database = database;

    /// <summary>How many entries are in a state.</summary>
    public Task<long> CountAsync(QuarantineState state, CancellationToken cancellation) =>
        database.ReadAsync(context => In(context, state).LongCountAsync(cancellation));

    /// <summary>How many entries a retry of all would read anew, and how many bytes they are.</summary>
    public Task<RetrySize> RetrySizeAsync(CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var sizes = WithCaptures(context, In(context, QuarantineState.Waiting)).Where(row => row.KeptLength > 0 && row.KeptLength == row.Length);
        return new RetrySize(await sizes.LongCountAsync(cancellation), await sizes.SumAsync(row => row.KeptLength, cancellation));
    });

    /// <summary>Entries in a state: those that wait by their last trial, the others by their resolution or dismissal, the newest first.</summary>
    /// <param name="before">Only entries after this place in the list; null from its beginning.</param>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<QuarantineEntry>> ListAsync(QuarantineState state, QuarantineKey? before, int most, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var rows = In(context, state);
        // The first condition alone finds the place in the index, the second leaves out its neighbours of the same instant.
        if (before is { } key)
        {
            rows = state == QuarantineState.Waiting
                ? rows.Where(row => row.LastAt <= key.At && (row.LastAt < key.At || row.Id < key.Id))
                : rows.Where(row => row.ResolvedAt <= key.At && (row.ResolvedAt < key.At || row.Id < key.Id));
        }

        var ordered = state == QuarantineState.Waiting ? rows.OrderByDescending(row => row.LastAt) : rows.OrderByDescending(row => row.ResolvedAt);
        var page = await WithCaptures(context, ordered.ThenByDescending(row => row.Id).Take(most)).ToListAsync(cancellation);
        return (IReadOnlyList<QuarantineEntry>)[.. page.OrderByDescending(entry => entry.Key.At).ThenByDescending(entry => entry.Id)];
    });

    /// <summary>An entry by its number; null if there is none.</summary>
    public Task<QuarantineEntry?> FindAsync(long id, CancellationToken cancellation) =>
        database.ReadAsync(context => WithCaptures(context, context.Quarantine.Where(row => row.Id == id)).SingleOrDefaultAsync(cancellation));

    /// <summary>The first bytes of an entry's capture; null if there is no such entry.</summary>
    /// <param name="most">At most so many.</param>
    public Task<byte[]?> BeginningAsync(long id, int most, CancellationToken cancellation) => database.ReadAsync(async context =>
        await ContentOf(context, id).SingleOrDefaultAsync(cancellation) is { } content
            ? PackedBytes.UnpackBeginning(content.Packed, (int)Math.Min(most, content.KeptLength))
            : null);

    /// <summary>An entry's capture with all of its bytes that are kept; null if there is no such entry.</summary>
    public async Task<Capture?> CaptureAsync(long id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } entry ? await CaptureAsync(entry, cancellation) : null;

    /// <summary>An entry's capture with all of its bytes that are kept.</summary>
    public Task<Capture> CaptureAsync(QuarantineEntry entry, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var content = await ContentOf(context, entry.Id).SingleAsync(cancellation);
        var row = await context.Quarantine.Where(waiting => waiting.Id == entry.Id).Join(context.Captures, waiting => waiting.CaptureId, capture => capture.Id, (_, capture) => capture).AsNoTracking().SingleAsync(cancellation);
        return new Capture
        {
            Source = entry.Source,
            Bytes = PackedBytes.Unpack(content.Packed, content.KeptLength),
            Length = content.Length,
            Sha256 = content.Sha256,
            CapturedAt = entry.CapturedAt,
            Way = row.Way,
            Exchange = row.Exchange,
        };
    });

    /// <summary>Everything that waits when the walk begins, once each, whatever becomes of it meanwhile.</summary>
    public async IAsyncEnumerable<QuarantineEntry> WaitingAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = await database.ReadAsync(async context => await context.Quarantine.MaxAsync(row => (long?)row.Id, cancellation) ?? 0);
        for (var after = 0L; ;)
        {
            var batch = await database.ReadAsync(context => WithCaptures(context, In(context, QuarantineState.Waiting)
                .Where(row => row.Id > after && row.Id <= last).OrderBy(row => row.Id).Take(Batch)).ToListAsync(cancellation));
            foreach (var entry in batch.OrderBy(entry => entry.Id))
                yield return entry;
            if (batch.Count < Batch)
                yield break;
            after = batch.Max(entry => entry.Id);
        }
    }

    private static IQueryable<QuarantineRow> In(ArchiveContext context, QuarantineState state) => state switch
    {
        QuarantineState.Waiting => context.Quarantine.Where(row => row.ResolvedAt == null),
        QuarantineState.Resolved => context.Quarantine.Where(row => row.ResolvedAt != null && row.Dismissal == null),
        _ => context.Quarantine.Where(row => row.ResolvedAt != null && row.Dismissal != null),
    };

    private static IQueryable<ContentRow> ContentOf(ArchiveContext context, long id) =>
        from row in context.Quarantine
        join capture in context.Captures on row.CaptureId equals capture.Id
        join content in context.Contents on capture.Sha256 equals content.Sha256
        where row.Id == id
        select content;

    private static IQueryable<QuarantineEntry> WithCaptures(ArchiveContext context, IQueryable<QuarantineRow> rows) =>
        from row in rows
        join capture in context.Captures on row.CaptureId equals capture.Id
        join content in context.Contents on capture.Sha256 equals content.Sha256
        select new QuarantineEntry
        {
            Id = row.Id,
            Source = capture.Source,
            Reason = row.Reason,
            FirstAt = row.FirstAt,
            LastAt = row.LastAt,
            ResolvedAt = row.ResolvedAt,
            ResolvedByRun = row.ResolvedByRun,
            Dismissal = row.Dismissal,
            DismissedBy = row.DismissedBy,
            CapturedAt = capture.CapturedAt,
            Way = capture.Way,
            Run = capture.RunId,
            Sha256 = content.Sha256,
            Length = content.Length,
            KeptLength = content.KeptLength,
        };
}

/// <summary>What reading all that waits anew would take.</summary>
/// <param name="Entries">How many entries have bytes to read.</param>
/// <param name="Bytes">How many bytes they are.</param>
public sealed record RetrySize(long Entries, long Bytes);

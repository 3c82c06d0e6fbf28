using KremlinArchive.Records;
using KremlinArchive.Store.Runs;
using KremlinArchive.Store.Schema;
using KremlinArchive.Store.Withholding;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Captures;

/// <summary>The captures of a batch: bytes are kept once, and the same bytes from the same source at the same time are one capture.</summary>
internal sealed class CaptureRegister(ArchiveContext context, long run, DateTimeOffset now)
{
    /// <summary>The hash of no bytes at all: what could not be opened or fetched waits in quarantine under it.</summary>
    public static readonly string Nothing = Capture.Of("", default).Sha256;

    private readonly HashSet<string> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Sha256, string Source, DateTimeOffset? At), CaptureRow> held = [];
    private readonly Dictionary<long, QuarantineRow> quarantined = [];
    private readonly HashSet<string> withheld = new(StringComparer.Ordinal);
    private long lastId;

    /// <summary>Bytes that the archive did not hold before, unpacked.</summary>
    public long NewBytes { get; private set; }

    /// <summary>Reads what the archive already holds of these pages.</summary>
    public async Task LoadAsync(IReadOnlyList<PackedPage> pages, CancellationToken cancellation)
    {
        var hashes = pages.Select(page => page.Page.Capture.Sha256).Append(Nothing).Distinct().ToList();
        var sources = pages.Select(page => page.Page.Capture.Source).Distinct().ToList();
        kept.UnionWith(await context.Contents.Where(row => hashes.Contains(row.Sha256)).Select(row => row.Sha256).ToListAsync(cancellation));

        // By both, as the index has them: the same empty page may have come from a hundred thousand sources.
        var known = context.Captures.Where(row => hashes.Contains(row.Sha256) && sources.Contains(row.Source));
        foreach (var row in await known.AsNoTracking().ToListAsync(cancellation))
            held.TryAdd((row.Sha256, row.Source, row.CapturedAt), row);
        foreach (var row in await known.Join(context.Quarantine, capture => capture.Id, row => row.CaptureId, (_, row) => row).ToListAsync(cancellation))
            quarantined.Add(row.CaptureId, row);
        withheld.UnionWith(await WithholdingFlags.WithheldBytesAsync(context, cancellation));
        lastId = await context.Captures.MaxAsync(row => (long?)row.Id, cancellation) ?? 0;
    }

    /// <summary>The capture's row, new or held.</summary>
    public CaptureRow Register(PackedPage page, CaptureForm? form)
    {
        var content = page.Content ?? throw new InvalidOperationException("A page that is not kept has no capture.");
        var capture = page.Page.Capture;
        var key = Key(capture);
        if (held.TryGetValue(key, out var known))
            return known;

        if (kept.Add(content.Sha256))
        {
            context.Contents.Add(content);
            NewBytes += content.KeptLength;
        }

        var row = new CaptureRow
        {
            Id = ++lastId,
            Sha256 = capture.Sha256,
            Source = capture.Source,
            Address = page.Records is [var only] ? only.Record.Address : null,
            Form = form,
            CapturedAt = Stored(capture.CapturedAt),
            Way = capture.Way,
            AskedAddress = capture.Exchange?.Address,
            FinalAddress = capture.Exchange is { } exchange && exchange.FinalAddress != exchange.Address ? exchange.FinalAddress : null,
            Status = capture.Exchange?.Status,
            Headers = PackedHeaders.Pack(capture.Exchange?.Headers ?? []),
            ArrivedAt = now,
            RunId = run,
            IsWithheld = withheld.Contains(capture.Sha256),
        };
        context.Captures.Add(row);
        return held[key] = row;
    }

    /// <summary>Puts a capture into quarantine, or notes that it came there again and waits anew.</summary>
    public void Quarantine(CaptureRow capture, string reason)
    {
        if (!quarantined.TryGetValue(capture.Id, out var row))
        {
            row = new QuarantineRow { CaptureId = capture.Id, Reason = reason, FirstAt = now, LastAt = now };
            quarantined.Add(capture.Id, row);
            context.Quarantine.Add(row);
        }

        row.Reason = reason;
        row.LastAt = now;
        // What an admin has dismissed does not wait again for coming again.
        if (row.Dismissal is not null)
            return;
        row.ResolvedAt = null;
        row.ResolvedByRun = null;
    }

    /// <summary>Notes that a capture is understood: if it waited in quarantine, it waits no longer, and neither does its source for having given nothing before.</summary>
    public void Resolve(PackedPage page)
    {
        Resolve(Key(page.Page.Capture));
        Resolve((Nothing, page.Page.Capture.Source, null));
    }

    private void Resolve((string Sha256, string Source, DateTimeOffset? At) key)
    {
        if (!held.TryGetValue(key, out var capture) || !quarantined.TryGetValue(capture.Id, out var row) || row is { ResolvedAt: not null, Dismissal: null })
            return;
        row.ResolvedAt = now;
        row.ResolvedByRun = run;
        (row.Dismissal, row.DismissedBy) = (null, null);
    }

    private static (string Sha256, string Source, DateTimeOffset? At) Key(Capture capture) => (capture.Sha256, capture.Source, Stored(capture.CapturedAt));

    // The database keeps milliseconds; a finer time would never be met again.
    private static DateTimeOffset? Stored(DateTimeOffset? time) =>
        time is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known.ToUnixTimeMilliseconds()) : null;
}

using System.Globalization;
using KremlinArchive.Store.Absences;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Schema;
using KremlinArchive.Store.Versions;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Runs;

/// <summary>One batch of a run inside its transaction: what is known already is read at once, then page after page is judged and written.</summary>
internal sealed class ImportBatch(ArchiveContext context, long run, DateTimeOffset now)
{
    private readonly CaptureRegister captures = new(context, run, now);
    private readonly RecordRegister records = new(context, now);
    private readonly AbsenceRegister absences = new(context);

    /// <summary>Bytes that the archive did not hold before, unpacked.</summary>
    public long NewBytes => captures.NewBytes;

    public async Task<IReadOnlyList<PageOutcome>> SaveAsync(IReadOnlyList<PackedPage> pages, CancellationToken cancellation)
    {
        await captures.LoadAsync(pages, cancellation);
        await records.LoadAsync(pages, cancellation);
        await absences.LoadAsync(records.Held, cancellation);

        var outcomes = new List<PageOutcome>(pages.Count);
        foreach (var page in pages)
            outcomes.AddRange(await SaveAsync(page, cancellation));

        context.Outcomes.AddRange(outcomes.Select(outcome => new OutcomeRow
        {
            RunId = run,
            Source = outcome.Source,
            Outcome = outcome.Outcome,
            Record = outcome.Record?.ToString(),
            Reason = outcome.Reason,
        }));
        await CountAsync(outcomes, cancellation);
        return outcomes;
    }

    private async Task<IReadOnlyList<PageOutcome>> SaveAsync(PackedPage page, CancellationToken cancellation)
    {
        var source = page.Page.Capture.Source;
        switch (page.Page.Reading)
        {
            case PageReading.Skipped skipped:
                captures.Resolve(page);
                return [new PageOutcome(source, Outcome.Skipped, null, skipped.Reason)];

            case PageReading.Absent absent:
                return [NotSeen(page, absent)];

            case PageReading.Unreadable unreadable:
                captures.Quarantine(captures.Register(page, form: null), unreadable.Reason);
                return [new PageOutcome(source, Outcome.Quarantined, null, unreadable.Reason)];

            case PageReading.Documents documents:
                var capture = captures.Register(page, documents.Form);
                var outcomes = new List<PageOutcome>(documents.Records.Count + documents.Damage.Count);
                foreach (var (record, packed) in page.Records)
                {
                    var change = await records.TakeAsync(record, packed, documents.Form, capture, cancellation);
                    outcomes.Add(new PageOutcome(source, Of(change), record.Id, null) { Change = change });
                    absences.Seen(records.Look(record.Id, documents.Form, capture), capture);
                }

                if (documents.Damage.Count > 0)
                    captures.Quarantine(capture, string.Join(" ", documents.Damage));
                else
                    captures.Resolve(page);
                outcomes.AddRange(documents.Damage.Select(reason => new PageOutcome(source, Outcome.Quarantined, null, reason)));
                return outcomes;

            default:
                throw new InvalidOperationException($"{page.Page.Reading.GetType().Name} is not a known reading.");
        }
    }

    private PageOutcome NotSeen(PackedPage page, PageReading.Absent absent)
    {
        var tried = string.Create(CultureInfo.InvariantCulture, $"The site has no such page, asked for under {absent.Asked.Count} addresses.");
        if (records.KeyOf(absent.Record) is not { } record)
            return new PageOutcome(page.Page.Capture.Source, Outcome.Skipped, null, tried);
        absences.NotSeen(record, captures.Register(page, form: null), absent.Asked);
        return new PageOutcome(page.Page.Capture.Source, Outcome.Skipped, absent.Record, $"Not seen. {tried} The record stays as it is.");
    }

    private static Outcome Of(ContentChange? change) => change?.Kind switch
    {
        null => Outcome.Unchanged,
        ChangeKind.Added => Outcome.Added,
        _ => Outcome.Revised,
    };

    private async Task CountAsync(List<PageOutcome> outcomes, CancellationToken cancellation)
    {
        var row = await context.Runs.SingleOrDefaultAsync(r => r.Id == run, cancellation)
            ?? throw new ArchiveUnavailableException("Another state of the archive was restored while the import ran. Import again.");
        row.Added += outcomes.Count(o => o.Outcome == Outcome.Added);
        row.Revised += outcomes.Count(o => o.Outcome == Outcome.Revised);
        row.Unchanged += outcomes.Count(o => o.Outcome == Outcome.Unchanged);
        row.Skipped += outcomes.Count(o => o.Outcome == Outcome.Skipped);
        row.Quarantined += outcomes.Count(o => o.Outcome == Outcome.Quarantined);
    }
}

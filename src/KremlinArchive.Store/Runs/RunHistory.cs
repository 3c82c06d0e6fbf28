using KremlinArchive.Records;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Runs;

/// <summary>Reads what runs there were and what became of their pages. Every list is read a page at a time, by key.</summary>
public sealed class RunHistory
{
    private readonly ArchiveDatabase database;

    internal RunHistory(ArchiveDatabase database) => this.database = database;

    /// <summary>Runs, the newest first.</summary>
    /// <param name="before">Only runs with smaller numbers; null from the newest on.</param>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<HistoricRun>> ListAsync(long? before, int most, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var runs = before is { } number ? context.Runs.Where(row => row.Id < number) : context.Runs;
        var rows = await runs.OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellation);
        return (IReadOnlyList<HistoricRun>)[.. rows.Select(Run)];
    });

    /// <summary>Runs whose description begins so, the newest first.</summary>
    /// <param name="beginning">Words of the program, without the signs that stand for others in a pattern.</param>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<HistoricRun>> NamedAsync(string beginning, int most, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var rows = await context.Runs.Where(row => EF.Functions.Like(row.Description, beginning + "%")).OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellation);
        return (IReadOnlyList<HistoricRun>)[.. rows.Select(Run)];
    });

    /// <summary>A run by its number; null if there is none.</summary>
    public Task<HistoricRun?> FindAsync(long number, CancellationToken cancellation) => database.ReadAsync(async context =>
        await context.Runs.SingleOrDefaultAsync(row => row.Id == number, cancellation) is { } row ? Run(row) : null);

    /// <summary>Outcomes of a run, in the order of its pages.</summary>
    /// <param name="only">Only these outcomes; null for all.</param>
    /// <param name="after">Only outcomes with larger keys; 0 from the first on.</param>
    /// <param name="most">At most so many.</param>
    public Task<IReadOnlyList<ListedOutcome>> OutcomesAsync(long run, Outcome? only, long after, int most, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        // One walk along the index for each outcome, since no index has all of a run's outcomes in one order.
        var rows = new List<OutcomeRow>();
        foreach (var outcome in only is { } one ? [one] : Enum.GetValues<Outcome>())
        {
            rows.AddRange(await context.Outcomes
                .Where(row => row.RunId == run && row.Outcome == outcome && row.Id > after)
                .OrderBy(row => row.Id).Take(most).ToListAsync(cancellation));
        }

        return (IReadOnlyList<ListedOutcome>)[.. rows.OrderBy(row => row.Id).Take(most).Select(Listed)];
    });

    private static HistoricRun Run(RunRow row) => new(
        row.Id, row.Description, row.StartedBy, row.StartedAt, row.EndedAt, row.Failure,
        new OutcomeCounts(row.Added, row.Revised, row.Unchanged, row.Skipped, row.Quarantined));

    private static ListedOutcome Listed(OutcomeRow row) => new(row.Id, new PageOutcome(row.Source, row.Outcome, RecordId.Parse(row.Record), row.Reason));
}

using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Fetches;

/// <summary>The plans of what is to be fetched. Their progress is stored with the pages, by the runs' own ledger; here they begin and are found again.</summary>
public sealed class FetchLedger
{
    private const int FruitlessRuns = 3;

    private readonly ArchiveDatabase database;

    internal FetchLedger(ArchiveDatabase database) => this.database = database;

    /// <summary>Makes a plan.</summary>
    /// <param name="by">Who wants it, which is noted in the audit log; null for the watcher.</param>
    /// <param name="steps">Its first steps, in their order.</param>
    public async Task<FetchPlan> BeginAsync(FetchTerms terms, Actor? by, IReadOnlyList<(FetchStepKind Kind, string Address)> steps, CancellationToken cancellation)
    {
        var plan = new FetchPlanRow
        {
            Description = terms.Description,
            StartedBy = by?.Name,
            From = terms.From,
            To = terms.To,
            Scope = terms.Scope,
            BegunAt = database.Clock.GetUtcNow(),
        };
        await database.WriteAsync(async context =>
        {
            context.FetchPlans.Add(plan);
            await context.SaveChangesAsync(cancellation);
            if (by is not null)
                AuditLog.Note(context, by, AuditAction.Fetched, terms.Description, null, plan.BegunAt);
            context.FetchSteps.AddRange(steps.Index().Select(step => FetchStepRow.Of(plan.Id, new FetchStep(step.Index + 1, step.Item.Kind, step.Item.Address))));
            return plan;
        }, cancellation);
        return Plan(plan, steps.Count);
    }

    /// <summary>A plan by its number; null if there is none.</summary>
    public Task<FetchPlan?> FindAsync(long id, CancellationToken cancellation) => database.ReadAsync(async context =>
        await context.FetchPlans.SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row ? Plan(row, await WaitingAsync(context, id, cancellation)) : null);

    /// <summary>The plans that can be resumed, the newest first.</summary>
    public Task<IReadOnlyList<FetchPlan>> UnfinishedAsync(CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var plans = new List<FetchPlan>();
        foreach (var row in await context.FetchPlans.Where(row => row.EndedAt == null).OrderByDescending(row => row.Id).Take(100).ToListAsync(cancellation))
            plans.Add(Plan(row, await WaitingAsync(context, row.Id, cancellation)));
        return (IReadOnlyList<FetchPlan>)plans;
    });

    /// <summary>The plans whose last run never came to its end, the oldest first: its program goes on with them, or has ended before they did.</summary>
    public Task<IReadOnlyList<FetchPlan>> UnderWayAsync(CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var rows = await context.FetchPlans
            .Where(row => row.EndedAt == null && context.Runs.Any(run => run.Id == row.RunId && run.EndedAt == null))
            .OrderBy(row => row.Id).Take(100).ToListAsync(cancellation);
        var plans = new List<FetchPlan>();
        foreach (var row in rows)
            plans.Add(Plan(row, await WaitingAsync(context, row.Id, cancellation)));
        return (IReadOnlyList<FetchPlan>)plans;
    });

    /// <summary>All steps of a plan that can be resumed, in their order.</summary>
    public Task<IReadOnlyList<PlannedStep>> StepsAsync(long plan, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var rows = await context.FetchSteps.Where(row => row.PlanId == plan).OrderBy(row => row.Position).ToListAsync(cancellation);
        return (IReadOnlyList<PlannedStep>)[.. rows.Select(row => new PlannedStep(new FetchStep(row.Position, row.Kind, row.Address), row.SettledAt is null))];
    });

    /// <summary>Tells a plan which run works on it. A run before it that never came to its end is called interrupted in the history.</summary>
    public Task WorkAsync(long plan, long run, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        var row = await context.FetchPlans.SingleAsync(known => known.Id == plan, cancellation);
        if (row.RunId is { } last && await context.Runs.SingleAsync(known => known.Id == last, cancellation) is { EndedAt: null } interrupted)
        {
            interrupted.EndedAt = database.Clock.GetUtcNow();
            interrupted.Failure = $"Interrupted: its program ended before it did. Run {run} goes on with it.";
        }

        row.RunId = run;
        return row;
    }, cancellation);

    /// <summary>Gives a plan up: it is not resumed any more, and its steps are forgotten. What was fetched stays.</summary>
    public Task AbandonAsync(long plan, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        await FetchRegister.EndAsync(context, plan, database.Clock.GetUtcNow(), cancellation);
        return plan;
    }, cancellation);

    /// <summary>Gives a plan up because somebody wants it so, which is noted in the audit log.</summary>
    /// <returns>False if it has ended already, or there is none.</returns>
    public Task<bool> AbandonAsync(long plan, Actor by, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        if (await context.FetchPlans.SingleOrDefaultAsync(row => row.Id == plan && row.EndedAt == null, cancellation) is not { } row)
            return false;
        var waiting = await WaitingAsync(context, plan, cancellation);
        var now = database.Clock.GetUtcNow();
        await FetchRegister.EndAsync(context, plan, now, cancellation);
        AuditLog.Note(context, by, AuditAction.FetchAbandoned, row.Description, string.Create(CultureInfo.InvariantCulture, $"{waiting} steps were left."), now);
        return true;
    }, cancellation);

    /// <summary>Gives a plan up at a step that cannot be taken; the record that it asks for counts as looked at, so that it is not asked for again at once.</summary>
    public Task AbandonAsync(long plan, SettledStep at, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        var now = database.Clock.GetUtcNow();
        await new FetchRegister(context, now).SettleAsync([new FetchProgress(plan, [at], [])], cancellation);
        await FetchRegister.EndAsync(context, plan, now, cancellation);
        return plan;
    }, cancellation);

    /// <summary>True if the last run of a plan took no step of it.</summary>
    public Task<bool> StandsStillAsync(FetchPlan plan, CancellationToken cancellation) => database.ReadAsync(async context =>
        await context.Runs.SingleOrDefaultAsync(row => row.Id == plan.Run, cancellation) is { StartedAt: var started }
        && !await context.FetchSteps.AnyAsync(row => row.PlanId == plan.Id && row.SettledAt >= started, cancellation));

    /// <summary>True if the last runs of a plan, one after the other, stored nothing: it may be what ends its programs.</summary>
    public Task<bool> IsFruitlessAsync(FetchPlan plan, CancellationToken cancellation) => database.ReadAsync(async context =>
    {
        var last = await context.Runs.Where(row => row.Description == plan.Terms.Description && row.StartedAt >= plan.BegunAt).OrderByDescending(row => row.Id).Take(FruitlessRuns)
            .Select(row => row.Added + row.Revised + row.Unchanged + row.Skipped + row.Quarantined).ToListAsync(cancellation);
        return last.Count == FruitlessRuns && last.TrueForAll(pages => pages == 0);
    });

    /// <summary>What the archive knows of these records; those that it does not hold are left out.</summary>
    public Task<IReadOnlyDictionary<RecordId, KnownRecord>> KnownAsync(IReadOnlyCollection<RecordId> ids, CancellationToken cancellation) => database.ReadAsync(async context =>
        (IReadOnlyDictionary<RecordId, KnownRecord>)(await RecordRows.FindAsync(context, ids, cancellation))
            .ToDictionary(row => row.Identity, row => new KnownRecord(PrintedTime.Parse(row.Updated), row.LookedAt)));

    /// <summary>True if the archive holds these very bytes from this very source.</summary>
    public Task<bool> HoldsAsync(string source, string sha256, CancellationToken cancellation) =>
        database.ReadAsync(context => context.Captures.AnyAsync(row => row.Sha256 == sha256 && row.Source == source, cancellation));

    private static Task<int> WaitingAsync(ArchiveContext context, long plan, CancellationToken cancellation) =>
        context.FetchSteps.CountAsync(row => row.PlanId == plan && row.SettledAt == null, cancellation);

    private static FetchPlan Plan(FetchPlanRow row, int waiting) => new()
    {
        Id = row.Id,
        Terms = new FetchTerms(row.Description, row.From, row.To, row.Scope),
        StartedBy = row.StartedBy,
        BegunAt = row.BegunAt,
        EndedAt = row.EndedAt,
        Run = row.RunId,
        Waiting = waiting,
    };
}

/// <summary>A step and whether it is still to be taken.</summary>
public sealed record PlannedStep(FetchStep Step, bool IsWaiting);

/// <summary>What the archive knows of a record that it holds.</summary>
/// <param name="Updated">The page's own last edit; null where it gives none.</param>
/// <param name="LookedAt">When the page was last seen or asked for; null if only a feed or a file of unknown time has shown it.</param>
public sealed record KnownRecord(PrintedTime? Updated, DateTimeOffset? LookedAt);

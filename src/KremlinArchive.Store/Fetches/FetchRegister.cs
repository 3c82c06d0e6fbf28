using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Fetches;

/// <summary>The progress of plans within a batch's transaction.</summary>
internal sealed class FetchRegister(ArchiveContext context, DateTimeOffset now)
{
    /// <summary>Notes what was taken and what it led to; a plan without a step left has ended.</summary>
    public async Task SettleAsync(IReadOnlyList<FetchProgress> batch, CancellationToken cancellation)
    {
        if (batch.Count == 0)
            return;
        await context.SaveChangesAsync(cancellation);
        foreach (var progress in batch.GroupBy(progress => progress.Plan))
        {
            // Whoever gave it up wants no more of it; steps of a plan that has ended would lie there for ever.
            if (!await context.FetchPlans.AnyAsync(row => row.Id == progress.Key && row.EndedAt == null, cancellation))
                throw new ArchiveUnavailableException("The fetch was given up while it went on. What it had stored by then stays.");
            context.FetchSteps.AddRange(progress.SelectMany(page => page.Found).Select(step => FetchStepRow.Of(progress.Key, step)));
            await context.SaveChangesAsync(cancellation);
            await SettleAsync(progress.Key, [.. progress.SelectMany(page => page.Settled)], cancellation);
        }
    }

    /// <summary>Ends a plan; its steps have done their duty, and the history tells what came of them.</summary>
    public static async Task EndAsync(ArchiveContext context, long plan, DateTimeOffset now, CancellationToken cancellation)
    {
        await context.FetchPlans.Where(row => row.Id == plan).ExecuteUpdateAsync(row => row.SetProperty(known => known.EndedAt, now), cancellation);
        await context.FetchSteps.Where(row => row.PlanId == plan).ExecuteDeleteAsync(cancellation);
    }

    private async Task SettleAsync(long plan, IReadOnlyList<SettledStep> settled, CancellationToken cancellation)
    {
        foreach (var step in settled)
        {
            await context.FetchSteps.Where(row => row.PlanId == plan && row.Position == step.Position)
                .ExecuteUpdateAsync(row => row.SetProperty(known => known.SettledAt, step.At), cancellation);
            if (step.Record is not { } id)
                continue;
            await context.Records
                .Where(row => row.Language == id.Language && row.Collection == id.Collection && row.Number == id.Number && (row.LookedAt == null || row.LookedAt < step.At))
                .ExecuteUpdateAsync(row => row.SetProperty(known => known.LookedAt, step.At), cancellation);
        }

        if (!await context.FetchSteps.AnyAsync(row => row.PlanId == plan && row.SettledAt == null, cancellation))
            await EndAsync(context, plan, now, cancellation);
    }
}

using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Fetches;
using KremlinArchive.Web.Admin.Runs;

namespace KremlinArchive.Web.Admin.Fetches;

/// <summary>
/// What admins do with fetches. A plan is kept in the archive as soon as it is asked for, so that neither a full queue nor the end of the server loses
/// what was typed.
/// </summary>
internal sealed class FetchDesk(ArchiveStore store, Fetcher fetcher, ImportQueue queue)
{
    /// <summary>So many addresses are asked for at once.</summary>
    public const int MostAddresses = 1000;

    /// <summary>Begins a fetch.</summary>
    /// <returns>The page that shows what comes of it.</returns>
    public async Task<string> BeginAsync(FetchOrder order, string admin, CancellationToken cancellation) =>
        await WorkAsync(await store.Fetches.BeginAsync(order.Terms, Actor.Admin(admin), order.Steps, cancellation), admin, cancellation);

    /// <summary>Goes on with a fetch.</summary>
    /// <returns>The page that shows what comes of it.</returns>
    public async Task<string> ResumeAsync(long number, string admin, CancellationToken cancellation)
    {
        if (queue.FindFetch(number) is { } job)
            return job.Address;
        if (await store.Fetches.FindAsync(number, cancellation) is not { EndedAt: null } plan)
            return FetchAddresses.With(FetchProblem.Ended);
        await store.Audit.NoteAsync(Actor.Admin(admin), AuditAction.FetchResumed, plan.Terms.Description, null, cancellation);
        return await WorkAsync(plan, admin, cancellation);
    }

    /// <summary>Gives a fetch up.</summary>
    /// <returns>The page that shows what came of it.</returns>
    public async Task<string> AbandonAsync(long number, string admin, CancellationToken cancellation)
    {
        if (queue.FindFetch(number) is not null)
            return FetchAddresses.With(FetchProblem.Running);
        return await store.Fetches.AbandonAsync(number, Actor.Admin(admin), cancellation) ? FetchAddresses.Page : FetchAddresses.With(FetchProblem.Ended);
    }

    private async Task<string> WorkAsync(FetchPlan plan, string admin, CancellationToken cancellation)
    {
        if (queue.AddFetch(plan.Id, waiting => fetcher.Resume(plan, Actor.Admin(admin), waiting)) is not { } job)
            return FetchAddresses.With(FetchProblem.QueueFull);
        await queue.SettleAsync(job, cancellation);
        return job.Address;
    }
}

using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Admin.Fetches;
using KremlinArchive.Web.Admin.Runs;

namespace KremlinArchive.Web.Tests.Desk.Fetches;

/// <summary>What is kept of a fetch that nobody works on yet.</summary>
public sealed class FetchDeskTests
{
    [Fact]
    public async Task WhatIsAskedForIsKeptAtOnceAndEachActionIsNotedWithWhoDidIt()
    {
        using var directory = new TempDirectory();
        using var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = directory.Path }, TestContext.Current.CancellationToken);
        using var client = new SiteClient(new FetchSettings(), TimeProvider.System);
        var queue = new ImportQueue(TimeProvider.System);
        var desk = new FetchDesk(store, new Fetcher(store, client, TimeProvider.System, FetchTurn.Waits), queue);

        // Behind another, so that nobody waits for it to begin.
        queue.AddFetch(7, _ => new Support.HeldPlan("before", 1).Plan);
        var page = await desk.BeginAsync(FetchOrder.Addresses(["http://kremlin.ru/d/1"]), "Анна", TestContext.Current.CancellationToken);
        var plan = Assert.Single(await store.Fetches.UnfinishedAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("Анна", 1), (plan.StartedBy, plan.Waiting));
        Assert.Equal(page, await desk.ResumeAsync(plan.Id, "Борис", TestContext.Current.CancellationToken));
        Assert.Equal(FetchAddresses.With(FetchProblem.Running), await desk.AbandonAsync(plan.Id, "Борис", TestContext.Current.CancellationToken));

        var job = queue.FindFetch(plan.Id)!;
        job.Cancel();
        Assert.NotEqual(page, await desk.ResumeAsync(plan.Id, "Борис", TestContext.Current.CancellationToken));
        queue.FindFetch(plan.Id)!.Cancel();
        Assert.Equal(FetchAddresses.Page, await desk.AbandonAsync(plan.Id, "Вера", TestContext.Current.CancellationToken));
        Assert.Equal(
            [(AuditAction.FetchAbandoned, "Вера"), (AuditAction.FetchResumed, "Борис"), (AuditAction.Fetched, "Анна")],
            (await store.Audit.ListAsync([], null, 10, TestContext.Current.CancellationToken)).Select(entry => (entry.Action, entry.By.Name!)));
    }
}

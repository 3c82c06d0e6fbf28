using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Runs;
using KremlinArchive.Store;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Admin.Runs;
using KremlinArchive.Web.Admin.Uploads;
using KremlinArchive.Web.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace KremlinArchive.Web.Tests.Desk.Runs;

public sealed class ImportWorkerTests : IAsyncLifetime
{
    private readonly TempDirectory directory = new();
    private readonly ImportQueue queue = new(TimeProvider.System);
    private ArchiveStore store = null!;
    private ImportWorker worker = null!;

    public async ValueTask InitializeAsync()
    {
        directory.Write("uploads/left/0", [1]);
        store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = directory.Path }, TestContext.Current.CancellationToken);
        worker = new ImportWorker(queue, store, UploadSpool.In(directory.Path, largest: 1000), NullLogger<ImportWorker>.Instance);
        await worker.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await worker.StopAsync(CancellationToken.None);
        worker.Dispose();
        store.Dispose();
        directory.Dispose();
    }

    [Fact]
    public void UploadsThatAKilledServerLeftAreRemovedAtStart() => Assert.False(Directory.Exists(directory.At("uploads")));

    [Fact]
    public async Task ImportsHaveTheirTurnOneAfterTheOther()
    {
        var (first, second) = (new HeldPlan("one", 1), new HeldPlan("two", 2));
        var (one, two) = (queue.Add(first.Plan)!, queue.Add(second.Plan)!);
        await first.Begun;
        Assert.Equal((JobState.Running, JobState.Waiting), (one.Now.State, two.Now.State));
        Assert.Equal([one, two], queue.UnderWay);

        first.Release(1);
        first.Finish();
        await second.Begun;
        Assert.True(one.Now.IsOver);
        Assert.Equal((1, 1L), (one.Now.Progress.Added, one.Now.Run));
        second.Finish();
        await OverAsync(two);
        Assert.Equal(("two", "Анна"), await HistoryAsync(2, run => (run.Description, run.StartedBy)));
    }

    [Fact]
    public async Task AnUploadRunsWhileAFetchWaitsForItsSite()
    {
        var (fetching, upload) = (new HeldPlan("fetch", 1), new HeldPlan("upload", 2));
        Action<FetchWait> tell = _ => { };
        var fetch = queue.AddFetch(7, told =>
        {
            tell = told;
            return fetching.Plan;
        })!;
        await fetching.Begun;
        tell(new FetchWait("http://kremlin.ru/", TimeProvider.System.GetUtcNow().AddMinutes(45)));
        Assert.NotNull(fetch.Now.Wait);

        var import = queue.Add(upload.Plan)!;
        Assert.Equal(0, queue.Ahead(import));
        upload.Release(1);
        upload.Finish();
        await OverAsync(import);
        Assert.Equal((1, JobState.Running), (import.Now.Progress.Added, fetch.Now.State));

        // A pause of seconds ends what was waited for.
        tell(new FetchWait("http://kremlin.ru/", TimeProvider.System.GetUtcNow().AddSeconds(3)));
        Assert.Null(fetch.Now.Wait);
        fetching.Finish();
        await OverAsync(fetch);
    }

    [Fact]
    public async Task APlanIsFetchedByOneAtATimeAndFetchesHaveTheirTurn()
    {
        var held = new HeldPlan("one", 1);
        var one = queue.AddFetch(7, _ => held.Plan)!;
        Assert.Same(one, queue.AddFetch(7, _ => held.Plan));
        var other = new HeldPlan("two", 2);
        var two = queue.AddFetch(8, _ => other.Plan)!;
        Assert.Equal(1, queue.Ahead(two));
        await held.Begun;
        held.Finish();
        await OverAsync(one);
        await other.Begun;
        other.Finish();
        await OverAsync(two);
        Assert.Null(queue.FindFetch(7));
    }

    [Fact]
    public async Task WhatWaitsIsCancelledAtOnceAndNeverBegins()
    {
        var (first, belongings) = (new HeldPlan("one", 1), new Belongings());
        var one = queue.Add(first.Plan)!;
        var two = queue.Add(new HeldPlan("two", 2).Plan, belongings)!;
        await first.Begun;
        two.Cancel();
        Assert.True(two.Now.IsOver);
        Assert.True(belongings.IsGivenUp);

        first.Finish();
        await OverAsync(one);
        var third = new HeldPlan("three", 3);
        var three = queue.Add(third.Plan)!;
        third.Finish();
        await OverAsync(three);
        Assert.Equal(2, three.Now.Run);
        Assert.Null(two.Now.Run);
    }

    [Fact]
    public async Task WhatRunsIsStoppedAndKeepsWhatItStored()
    {
        var (held, belongings) = (new HeldPlan("one", 1), new Belongings());
        var job = queue.Add(held.Plan, belongings)!;
        held.Release(200);
        await UntilAsync(job, now => now.Progress.Done == 200);
        job.Cancel();
        await OverAsync(job);
        Assert.Contains("stopped", job.Now.Failure, StringComparison.Ordinal);
        Assert.True(belongings.IsGivenUp);
        Assert.Equal(200, await store.Records.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal((true, 200L), await HistoryAsync(1, run => (run.EndedAt is not null, run.Counts.Added)));
    }

    [Fact]
    public async Task AnUnexpectedFailureIsToldInWordsAndTheNextHasItsTurn()
    {
        var broken = new HeldPlan("one", 1).Plan with { Entries = _ => throw new InvalidOperationException("It broke.") };
        var one = queue.Add(broken)!;
        var held = new HeldPlan("two", 2);
        var two = queue.Add(held.Plan)!;
        held.Finish();
        await OverAsync(two);
        Assert.Equal("Unexpected: It broke.", one.Now.Failure);
        Assert.Equal("Unexpected: It broke.", await HistoryAsync(1, run => run.Failure));
        Assert.Null(two.Now.Failure);
    }

    [Fact]
    public async Task AServerThatStopsEndsTheRunAndGivesUpWhatWaits()
    {
        var (held, belongings) = (new HeldPlan("one", 1), new Belongings());
        var one = queue.Add(held.Plan)!;
        var two = queue.Add(new HeldPlan("two", 2).Plan, belongings)!;
        await held.Begun;
        await worker.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(one.Now.IsOver && two.Now.IsOver && belongings.IsGivenUp);
        Assert.Contains("stopped", await HistoryAsync(1, run => run.Failure), StringComparison.Ordinal);
    }

    [Fact]
    public void TheRestIsEstimatedFromTheBytesThatAreUsedUp()
    {
        var now = new JobSnapshot { State = JobState.Running, Size = 400, Progress = new RunProgress { Taken = 100, Elapsed = TimeSpan.FromSeconds(10) } };
        Assert.Equal((0.25, TimeSpan.FromSeconds(30)), (now.Share, now.Remaining));
        Assert.Null((now with { Size = 0 }).Remaining);
        Assert.Null((now with { State = JobState.Stopping }).Remaining);
    }

    [Fact]
    public async Task MoreThanAHundredDoNotWait()
    {
        var held = new HeldPlan("one", 1);
        queue.Add(held.Plan);
        await held.Begun;
        var belongings = new Belongings();
        for (var n = 0; n < ImportQueue.MostWaiting; n++)
            Assert.NotNull(queue.Add(held.Plan));
        Assert.Null(queue.Add(held.Plan, belongings));
        Assert.True(belongings.IsGivenUp);
    }

    private Task OverAsync(ImportJob job) => UntilAsync(job, now => now.IsOver);

    private async Task UntilAsync(ImportJob job, Func<JobSnapshot, bool> satisfies)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        await foreach (var _ in queue.FollowAsync(patience.Token))
        {
            if (satisfies(job.Now))
                return;
        }
    }

    private async Task<T> HistoryAsync<T>(long run, Func<KremlinArchive.Store.Runs.HistoricRun, T> look) =>
        look((await store.Runs.FindAsync(run, TestContext.Current.CancellationToken))!);

    private sealed class Belongings : IDisposable
    {
        public bool IsGivenUp { get; private set; }

        public void Dispose() => IsGivenUp = true;
    }
}

using System.Text;
using KremlinArchive.Import.Runs;
using KremlinArchive.Import.Sources;
using KremlinArchive.Records;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Quarantine;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Import.Sources;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Import.Runs;

public sealed class RetryTests : IAsyncLifetime
{
    private readonly TempDirectory pages = new();
    private TempArchive archive = null!;
    private Func<Capture, PageReading> read = _ => new PageReading.Unreadable("It is bad.");

    public async ValueTask InitializeAsync() => archive = await TempArchive.CreateAsync();

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        pages.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AnEntryIsReadAnewFromItsOwnBytesAndResolvedByTheRun()
    {
        await UploadAsync("1.html", "2.html");
        read = Understand;
        var entry = (await WaitingAsync()).Single(waiting => waiting.Source == "1.html");
        var report = await RunAsync(RunPlan.Retry(archive.Store.Quarantine, entry, Actor.Admin("Анна")));

        Assert.Equal((1, 0), (report.Added, report.Quarantined));
        Assert.Equal("2.html", Assert.Single(await WaitingAsync()).Source);
        var resolved = await archive.Store.Quarantine.FindAsync(entry.Id, TestContext.Current.CancellationToken);
        Assert.Equal(report.Run, resolved!.ResolvedByRun);
        var run = await archive.Store.Runs.FindAsync(report.Run, TestContext.Current.CancellationToken);
        Assert.Equal(("Анна", entry.Id), (run!.StartedBy, RunPlan.RetriedEntry(run.Description)));
    }

    [Fact]
    public async Task WhatFailsAgainReturnsToWaitingWithTheNewReason()
    {
        await UploadAsync("1.html");
        read = _ => new PageReading.Unreadable("It is still bad.");
        var report = await RunAsync(RunPlan.RetryAll(archive.Store.Quarantine, Actor.Admin("Анна")));
        Assert.Equal(1, report.Quarantined);
        Assert.Equal("It is still bad.", Assert.Single(await WaitingAsync()).Reason);
    }

    [Fact]
    public async Task AllThatWaitsIsOneRunHoweverMuchItIs()
    {
        await UploadAsync([.. Enumerable.Range(1, 450).Select(n => $"{n}.html")]);
        read = Understand;
        var stored = new List<int>();
        var report = await RunAsync(RunPlan.RetryAll(archive.Store.Quarantine, Actor.Admin("Анна")), new RunWatch { BatchStored = progress => stored.Add(progress.Done) });
        Assert.Equal([200, 400, 450], stored);
        Assert.Equal(2, report.Run);
        Assert.Empty(await WaitingAsync());
        Assert.Null(RunPlan.RetriedEntry(RunPlan.RetryOfAll));
    }

    [Fact]
    public async Task TheMeasureOfARetryIsTheBytesThatItReads()
    {
        await UploadAsync("1.html", "2.html");
        var plan = RunPlan.RetryAll(archive.Store.Quarantine, Actor.Admin("Анна"));
        Assert.Equal(12, await plan.Measure(TestContext.Current.CancellationToken));
        var taken = 0L;
        await RunAsync(plan, new RunWatch { BatchStored = progress => taken = progress.Taken });
        Assert.Equal(12, taken);
    }

    [Fact]
    public async Task WhatIsHeldAgainstAnArchiveStandsThoughItsBytesCanBeRead()
    {
        var damaged = Packed.Alter(Packed.Zip(("1.html", "one")), 14, 16, 1, 2, 3, 4);
        await UploadAsync(("damaged.zip", damaged), ("leaving.zip", Packed.Zip(("../2.html", "two"))), ("nested.zip", Packed.Zip(("inner.zip", "PK"))), ("cut.tar.gz", [0x1F, 0x8B]));
        var before = await WaitingAsync();
        read = Understand;
        var report = await RunAsync(RunPlan.RetryAll(archive.Store.Quarantine, Actor.Admin("Анна")));

        Assert.Equal((0, 4), (report.Added, report.Quarantined));
        var after = await WaitingAsync();
        Assert.Equal(before.Select(entry => (entry.Id, entry.Reason)).Order(), after.Select(entry => (entry.Id, entry.Reason)).Order());
    }

    [Fact]
    public async Task WhatIsKeptInPartOrNotAtAllIsLeftAsItIs()
    {
        await UploadAsync(("large.html", new byte[Capture.LargestWhole + 1]), ("empty.html", []));
        var before = await WaitingAsync();
        var report = await RunAsync(RunPlan.RetryAll(archive.Store.Quarantine, Actor.Admin("Анна")));
        Assert.Equal(0, report.Quarantined);
        Assert.Equal(before, await WaitingAsync());
    }

    [Fact]
    public async Task AnUploadBearsTheNameThatItCameWith()
    {
        await UploadAsync(("pages.zip", Packed.Zip(("news/1.html", "one"))), ("picture.jpg", [1]));
        Assert.Equal("pages.zip!news/1.html", Assert.Single(await WaitingAsync()).Source);
        var run = await archive.Store.Runs.FindAsync(1, TestContext.Current.CancellationToken);
        Assert.Equal(("pages.zip, picture.jpg", 1L), (run!.Description, run.Counts.Skipped));
    }

    private static PageReading Understand(Capture capture) =>
        PageReading.Documents.One(CaptureForm.Page, Documents.Record($"ru/events/{Path.GetFileNameWithoutExtension(capture.Source)}"));

    private Task UploadAsync(params string[] names) => UploadAsync([.. names.Select(name => (name, Encoding.UTF8.GetBytes(name)))]);

    private Task<RunReport> UploadAsync(params (string Name, byte[] Bytes)[] files) =>
        RunAsync(RunPlan.Files([.. files.Select((file, at) => new NamedFile(pages.Write($"{at}", file.Bytes), file.Name))], Actor.Admin("Анна")));

    private Task<RunReport> RunAsync(RunPlan plan, RunWatch? watch = null) =>
        new ImportRun(archive.Store.Ledger, read).ImportAsync(plan, watch ?? new RunWatch(), TestContext.Current.CancellationToken);

    private Task<IReadOnlyList<QuarantineEntry>> WaitingAsync() =>
        archive.Store.Quarantine.ListAsync(QuarantineState.Waiting, null, 1000, TestContext.Current.CancellationToken);
}

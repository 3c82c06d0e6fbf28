using System.Text;
using KremlinArchive.Import.Runs;
using KremlinArchive.Store;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Support;
using Microsoft.Data.Sqlite;

namespace KremlinArchive.Tests.Import.Runs;

public sealed class ImportRunTests : IAsyncLifetime
{
    private readonly TempDirectory pages = new();
    private TempArchive archive = null!;

    public async ValueTask InitializeAsync() => archive = await TempArchive.CreateAsync();

    public ValueTask DisposeAsync()
    {
        archive.Dispose();
        pages.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task EachOutcomeIsCountedAndEachProblemNamed()
    {
        Write("1.html", "record 1");
        Write("2.html", "skip");
        Write("3.html", "bad");
        Write("4.jpg", "not even looked at");
        var report = await ImportAsync();
        Assert.Equal((1, 0, 0, 2, 1), (report.Added, report.Revised, report.Unchanged, report.Skipped, report.Quarantined));
        Assert.Equal(new RunProblem(pages.At("3.html"), "It is bad."), Assert.Single(report.Problems));
        Assert.Null(report.Failure);
        Assert.NotNull(await archive.FindAsync("ru/events/1"));
    }

    [Fact]
    public async Task TheSamePagesAgainAreUnchanged()
    {
        for (var number = 1; number <= 450; number++)
            Write($"{number}.html", $"record {number}");
        Assert.Equal(450, (await ImportAsync()).Added);
        var again = await ImportAsync();
        Assert.Equal((0, 0, 450), (again.Added, again.Revised, again.Unchanged));
    }

    [Fact]
    public async Task OutcomesKeepTheOrderOfTheSources()
    {
        var random = new Random(7);
        for (var number = 1; number <= 250; number++)
            Write($"{number:000}.html", "bad");

        // Pages that take unlike times to read finish in another order than they came in.
        var report = await ImportAsync(capture =>
        {
            Thread.SpinWait(random.Next(20_000));
            return Parse(capture);
        });
        Assert.Equal(Enumerable.Range(1, 250).Select(number => pages.At($"{number:000}.html")), report.Problems.Select(problem => problem.Source));
    }

    [Fact]
    public async Task APageThatMakesTheReaderFailIsQuarantinedAndTheRunGoesOn()
    {
        Write("1.html", "throw");
        Write("2.html", "record 2");
        var failures = new List<string>();
        var report = await ImportAsync(Parse, new RunWatch { PageFailed = (source, error) => failures.Add($"{source} {error.Message}") });
        Assert.Equal((1, 1), (report.Added, report.Quarantined));
        Assert.StartsWith("Unexpected", Assert.Single(report.Problems).Reason, StringComparison.Ordinal);
        Assert.Equal([$"{pages.At("1.html")} It broke."], failures);
    }

    [Fact]
    public async Task AtMostAThousandProblemsAreListedAndTheRestIsCounted()
    {
        pages.Write("pages.zip", Sources.Packed.Zip([.. Enumerable.Range(1, 1005).Select(number => ($"{number}.html", $"bad {number}"))]));
        var report = await ImportAsync();
        Assert.Equal(1005, report.Quarantined);
        Assert.Equal(1000, report.Problems.Count);
        Assert.Equal(5, report.ProblemsLeftOut);
    }

    [Fact]
    public async Task ProgressIsToldAfterEachBatchAndCountsOnlyWhatIsStored()
    {
        for (var number = 1; number <= 450; number++)
            Write($"{number}.html", $"record {number}");
        var told = new List<(int Done, long Stored)>();
        await ImportAsync(Parse, new RunWatch { BatchStored = progress => told.Add((progress.Done, archive.Store.Changes.HeadAsync(CancellationToken.None).GetAwaiter().GetResult())) });
        Assert.Equal([(200, 200), (400, 400), (450, 450)], told);
    }

    [Fact]
    public async Task LargePagesPassThoughTheyAreMoreThanTheQueueHolds()
    {
        foreach (var name in (string[])["1.html", "2.html", "3.html"])
            pages.Write(name, Encoding.UTF8.GetBytes("bad" + new string(' ', (int)Capture.LargestWhole - 100) + name));
        Assert.Equal(3, (await ImportAsync()).Quarantined);
    }

    [Fact]
    public async Task ACancelledRunKeepsWhatWasStoredAndSaysSo()
    {
        for (var number = 1; number <= 900; number++)
            Write($"{number}.html", $"record {number}");
        using var cancel = new CancellationTokenSource();
        var run = new ImportRun(archive.Store.Ledger, Parse);
        var report = await run.ImportAsync([pages.Path], new RunWatch { BatchStored = _ => cancel.Cancel() }, cancel.Token);
        Assert.Contains("stopped", report.Failure, StringComparison.Ordinal);
        Assert.InRange(report.Added, 200, 899);
        Assert.Equal(report.Added, await archive.Store.Records.CountAsync(CancellationToken.None));
    }

    [Fact]
    public async Task AnArchiveThatFailsEndsTheRunWithWhatWasStored()
    {
        for (var number = 1; number <= 900; number++)
            Write($"{number}.html", $"record {number}");
        var report = await ImportAsync(Parse, new RunWatch { BatchStored = progress => BreakAfter(progress) });
        Assert.Contains("is damaged", report.Failure, StringComparison.Ordinal);
        Assert.Equal(200, report.Added);
    }

    [Fact]
    public async Task ADiskThatIsNearlyFullEndsTheRunAndReadingGoesOn()
    {
        for (var number = 1; number <= 450; number++)
            Write($"{number}.html", $"record {number}");
        var free = 600L * 1024 * 1024;
        using var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = archive.Directory, FreeSpace = _ => free }, TestContext.Current.CancellationToken);
        var report = await new ImportRun(store.Ledger, Parse).ImportAsync([pages.Path], new RunWatch { BatchStored = _ => free = 500L * 1024 * 1024 }, TestContext.Current.CancellationToken);
        Assert.Contains("has 500 MB left, and imports stop at 512 MB", report.Failure, StringComparison.Ordinal);
        Assert.Equal(200, report.Added);
        Assert.Equal(200, await store.Records.CountAsync(TestContext.Current.CancellationToken));
        Assert.NotNull((await store.Runs.FindAsync(report.Run, TestContext.Current.CancellationToken))!.Failure);
    }

    [Fact]
    public async Task AMillionBytesOfNothingButDivisionsAreJudgedByTheRealReader()
    {
        pages.Write("deep.html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 200_000))));
        var run = new ImportRun(archive.Store.Ledger, new KremlinArchive.Import.Parsing.PageReader());
        Assert.Equal(1, (await run.ImportAsync([pages.Path], new RunWatch(), TestContext.Current.CancellationToken)).Quarantined);
    }

    /// <summary>Damages the database under the run: the next batch cannot be stored.</summary>
    private void BreakAfter(RunProgress progress)
    {
        if (progress.Done != 200)
            return;
        using var connection = new SqliteConnection($"Data Source={Directory.GetFiles(archive.Directory, "*.db").Single()}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA writable_schema = 1; UPDATE sqlite_master SET sql = 'garbage' WHERE name = 'Outcomes'; PRAGMA schema_version = 4711;";
        command.ExecuteNonQuery();
    }

    private void Write(string name, string content) => pages.Write(name, Encoding.UTF8.GetBytes(content));

    private Task<RunReport> ImportAsync(Func<Capture, PageReading>? read = null, RunWatch? watch = null) =>
        new ImportRun(archive.Store.Ledger, read ?? Parse).ImportAsync([pages.Path], watch ?? new RunWatch(), TestContext.Current.CancellationToken);

    /// <summary>A reader of pages that say themselves what they are.</summary>
    private static PageReading Parse(Capture capture)
    {
        var words = Encoding.UTF8.GetString(capture.Bytes.Span).Split(' ');
        return words[0] switch
        {
            "record" => PageReading.Documents.One(KremlinArchive.Records.CaptureForm.Page, Documents.Record($"ru/events/{words[1]}")),
            "skip" => new PageReading.Skipped("It is no document."),
            "throw" => throw new InvalidOperationException("It broke."),
            _ => new PageReading.Unreadable("It is bad."),
        };
    }
}

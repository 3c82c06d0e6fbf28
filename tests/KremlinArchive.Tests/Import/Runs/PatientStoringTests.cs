using System.Text;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Import.Runs;

/// <summary>Imports into a database that is not always there, or that another machine writes.</summary>
public sealed class PatientStoringTests : IAsyncLifetime
{
    private readonly TempDirectory pages = new();
    private TempArchive archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        archive = await TempArchive.CreateAsync(Engine.Postgres);
        for (var number = 1; number <= 250; number++)
            pages.Write($"{number}.html", Encoding.UTF8.GetBytes(InventedSite.Page(number)));
    }

    public ValueTask DisposeAsync()
    {
        archive?.Dispose();
        pages.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task AnImportWaitsWhileTheDatabaseCanOnlyBeReadAndGoesOnByItself()
    {
        var told = new List<string?>();
        var report = await ImportAsync(new RunWatch
        {
            // After the first batch the primary is gone, and a standby answers.
            BatchStored = progress => Wait(progress.Done == 200 ? archive.SetReadOnlyAsync(true) : Task.CompletedTask),
            Waits = why =>
            {
                told.Add(why);
                Wait(archive.SetReadOnlyAsync(false));
            },
        });
        Assert.Equal((null, 250), (report.Failure, report.Added));
        Assert.Contains("can only be read", told[0], StringComparison.Ordinal);
        Assert.Null(told[^1]);
        Assert.Equal(250, (await archive.Store.Runs.FindAsync(report.Run, Cancellation))!.Counts.Total);
        Assert.Empty((await archive.Store.Verifier.VerifyAsync(Cancellation)).Damage);
    }

    [Fact]
    public async Task AnImportWaitsForTheTurnOfAnotherMachine()
    {
        using var other = await archive.OpenAgainAsync();
        var turn = (await other.Ledger.TakeTurnAsync(Cancellation))!;
        var told = new List<string?>();
        var report = await ImportAsync(new RunWatch
        {
            Waits = why =>
            {
                told.Add(why);
                if (why is not null)
                    Wait(turn.DisposeAsync().AsTask());
            },
        });
        Assert.Equal((null, 250), (report.Failure, report.Added));
        Assert.Equal(2, told.Count);
        Assert.Contains("Another program imports", told[0], StringComparison.Ordinal);
        Assert.Null(told[1]);
    }

    [Fact]
    public async Task ABatchWhoseCommitWasNotHeardOfIsStoredOnce()
    {
        var run = await archive.Store.Ledger.BeginAsync("test", startedBy: null, Cancellation);
        var batch = archive.Store.Ledger.Batch(run, [Documents.Page(Documents.Record()), Documents.Page(Documents.Record("ru/events/2"))]);
        var first = await batch.SaveAsync(Cancellation);
        Assert.Equal(first, await batch.SaveAsync(Cancellation));
        Assert.Equal(2, (await archive.Store.Runs.FindAsync(run, Cancellation))!.Counts.Total);
        Assert.Equal(2, (await archive.Store.StatusAsync(Cancellation)).Change);
    }

    [Fact]
    public async Task WhatIsReadIsReadAgainWhenTheConnectionIsLost()
    {
        await archive.ImportAsync(Documents.Page(Documents.Record()));
        Assert.NotNull(await archive.FindAsync("ru/events/67315"));
        await archive.CutOffAsync();
        Assert.NotNull(await archive.FindAsync("ru/events/67315"));
    }

    private Task<RunReport> ImportAsync(RunWatch watch) => new ImportRun(archive.Store.Ledger, new PageReader()).ImportAsync([pages.Path], watch, Cancellation);

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}

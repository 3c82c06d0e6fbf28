using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store;

public abstract class RunHistoryTests(Engine engine) : IAsyncLifetime
{
    public sealed class OnSqlite() : RunHistoryTests(Engine.Sqlite);

    public sealed class OnPostgres() : RunHistoryTests(Engine.Postgres);

    private TempArchive archive = null!;

    public async ValueTask InitializeAsync() => archive = await TempArchive.CreateAsync(engine);

    public ValueTask DisposeAsync()
    {
        archive?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ARunIsReadBackWithWhoStartedItAndItsOutcomesCounted()
    {
        var run = await archive.Store.Ledger.BeginAsync("pages.zip", "Анна", TestContext.Current.CancellationToken);
        await archive.Store.Ledger.SaveAsync(run, [Documents.Page(Documents.Record()), Bad("a.html"), Bad("b.html")], TestContext.Current.CancellationToken);
        Assert.Null((await FindAsync(run))!.EndedAt);
        await archive.Store.Ledger.EndAsync(run, "The disk is full.", TestContext.Current.CancellationToken);

        var found = await FindAsync(run);
        Assert.Equal(("pages.zip", "Анна", "The disk is full."), (found!.Description, found.StartedBy, found.Failure));
        Assert.Equal(new OutcomeCounts(1, 0, 0, 0, 2), found.Counts);
        Assert.True(found.EndedAt >= found.StartedAt);
    }

    [Fact]
    public async Task ARunThatNeverWasIsNotFound() => Assert.Null(await FindAsync(1));

    [Fact]
    public async Task TheHistoryIsPagedFromTheNewestRun()
    {
        for (var n = 0; n < 5; n++)
            await archive.ImportAsync();
        var first = await archive.Store.Runs.ListAsync(before: null, 2, TestContext.Current.CancellationToken);
        var second = await archive.Store.Runs.ListAsync(first[^1].Number, 2, TestContext.Current.CancellationToken);
        var third = await archive.Store.Runs.ListAsync(second[^1].Number, 2, TestContext.Current.CancellationToken);
        Assert.Equal([5L, 4, 3, 2, 1], first.Concat(second).Concat(third).Select(run => run.Number));
    }

    [Fact]
    public async Task OutcomesArePagedInTheOrderOfThePagesWhateverTheyAre()
    {
        await archive.ImportAsync(Bad("earlier.html"));
        await archive.ImportAsync(Bad("1.html"), Documents.Page(Documents.Record()), Skipped("2.html"), Bad("3.html"), Skipped("4.html"));
        var first = await archive.Store.Runs.OutcomesAsync(2, null, after: 0, 3, TestContext.Current.CancellationToken);
        var second = await archive.Store.Runs.OutcomesAsync(2, null, first[^1].Key, 3, TestContext.Current.CancellationToken);
        Assert.Equal(
            [Outcome.Quarantined, Outcome.Added, Outcome.Skipped, Outcome.Quarantined, Outcome.Skipped],
            first.Concat(second).Select(listed => listed.Outcome.Outcome));
        Assert.Equal("ru/events/67315", first[1].Outcome.Record?.ToString());
    }

    [Fact]
    public async Task OutcomesAreFilteredByWhatHappened()
    {
        await archive.ImportAsync(Bad("1.html"), Documents.Page(Documents.Record()), Bad("3.html"));
        var bad = await archive.Store.Runs.OutcomesAsync(1, Outcome.Quarantined, after: 0, 10, TestContext.Current.CancellationToken);
        Assert.Equal([("1.html", "It is bad."), ("3.html", "It is bad.")], bad.Select(listed => (listed.Outcome.Source, listed.Outcome.Reason!)));
    }

    private static ReadPage Bad(string source) => new(Capture.Of(source, "?"u8.ToArray()), new PageReading.Unreadable("It is bad."));

    private static ReadPage Skipped(string source) => new(Capture.Of(source, "!"u8.ToArray()), new PageReading.Skipped("A gallery."));

    private Task<HistoricRun?> FindAsync(long run) => archive.Store.Runs.FindAsync(run, TestContext.Current.CancellationToken);
}

using CsCheck;
using KremlinArchive.Records;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store;

public abstract class RehearsalTests(Engine engine) : IAsyncLifetime
{
    public sealed class OnSqlite() : RehearsalTests(Engine.Sqlite);

    public sealed class OnPostgres() : RehearsalTests(Engine.Postgres);

    private static readonly DateTimeOffset Served = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly CaptureForm[] Forms = [CaptureForm.Page, CaptureForm.Feed, CaptureForm.Text];

    private static readonly Gen<ReadPage> Pages = Gen.Select(
        Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[0, 2].Select(form => Forms[form]), Gen.Int[-1, 3], Gen.Bool,
        (number, text, form, hour, isBad) => isBad && text == 3
            ? Bad($"bad{number}.html")
            : Documents.Page(Documents.Record($"ru/events/{number}", "Беседа", $"Текст {text}."), form, hour < 0 ? null : Served.AddHours(hour)));

    private TempArchive archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => archive = await TempArchive.CreateAsync(engine);

    public ValueTask DisposeAsync()
    {
        archive?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task WhatATrialTellsIsWhatTheImportDoes() => await Gen.Select(Pages.Array[1, 4], Pages.Array[1, 4].Array[1, 3]).SampleAsync(
        async (history, batches) =>
        {
            using var tried = await TempArchive.CreateAsync(engine);
            await tried.ImportAsync(history);
            var foretold = await RehearseAsync(tried, batches);
            var happened = new List<string>();
            foreach (var batch in batches)
                happened.AddRange((await tried.ImportAsync(batch)).Select(Told));
            return foretold.SequenceEqual(happened);
        },
        iter: engine == Engine.Sqlite ? 8 : 3,
        threads: 1);

    [Fact]
    public async Task WhatCannotBeReadKeepsItsPlaceFromBatchToBatch()
    {
        var (known, fresh) = (Bad("known.html"), Bad("fresh.html"));
        await archive.ImportAsync(known);
        Assert.Equal(["fresh.html Quarantined   ", "known.html Quarantined   "], await RehearseAsync(archive, [[fresh], [known]]));
    }

    [Fact]
    public async Task ATrialLeavesNoTrace()
    {
        await archive.ImportAsync(Documents.Page(Documents.Record(paragraphs: "Так было."), capturedAt: Served));
        var before = (await archive.Store.StateAsync(Cancellation), await archive.Store.Runs.ListAsync(null, 10, Cancellation));

        var told = await RehearseAsync(archive, [[Documents.Page(Documents.Record(paragraphs: "Так стало."), capturedAt: Served.AddDays(1)), Documents.Page(Documents.Record("ru/events/7"))]]);

        Assert.Equal(["Page/ru/events/67315.html Revised ru/events/67315 Revised 2", "Page/ru/events/7.html Added ru/events/7 Added 1"], told);
        Assert.Equal(before.Item1, await archive.Store.StateAsync(Cancellation));
        Assert.Equal(before.Item2, await archive.Store.Runs.ListAsync(null, 10, Cancellation));
        Assert.Null(await archive.FindAsync("ru/events/7"));
        Assert.Empty(Directory.GetDirectories(archive.Directory, "rehearsal-*"));
    }

    [Fact]
    public async Task TrialsGoOnBesideEachOtherAndBesideAnImport()
    {
        await using var first = await archive.Store.RehearseImportAsync(Cancellation);
        await using var second = await archive.Store.RehearseImportAsync(Cancellation);
        await archive.ImportAsync(Documents.Page(Documents.Record()));
        foreach (var ledger in new[] { first.Ledger, second.Ledger })
        {
            var run = await ledger.BeginAsync("trial", null, Cancellation);
            Assert.Equal(Outcome.Unchanged, Assert.Single(await ledger.SaveAsync(run, [Documents.Page(Documents.Record())], Cancellation)).Outcome);
        }
    }

    [Fact]
    public async Task WhatAKilledTrialLeftIsRemovedByTheNext()
    {
        var left = Directory.CreateDirectory(Path.Combine(archive.Directory, $"rehearsal-{Environment.ProcessId}-0123"));
        await (await archive.Store.RehearseImportAsync(Cancellation)).DisposeAsync();
        left.Refresh();
        Assert.False(left.Exists);
    }

    private static ReadPage Bad(string source) => new(Capture.Of(source, "<p>"u8.ToArray(), Served), new PageReading.Unreadable("It is bad."));

    private static async Task<IReadOnlyList<string>> RehearseAsync(TempArchive archive, ReadPage[][] batches)
    {
        await using var rehearsal = await archive.Store.RehearseImportAsync(Cancellation);
        var run = await rehearsal.Ledger.BeginAsync("trial", null, Cancellation);
        var told = new List<string>();
        foreach (var batch in batches)
            told.AddRange((await rehearsal.Ledger.SaveAsync(run, batch, Cancellation)).Select(Told));
        return told;
    }

    private static string Told(PageOutcome outcome) => $"{outcome.Source} {outcome.Outcome} {outcome.Record} {outcome.Change?.Kind} {outcome.Change?.Version}";
}

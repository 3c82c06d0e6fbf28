using KremlinArchive.Import.Runs;
using KremlinArchive.Store.Runs;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Import.Measuring;

public sealed class ImportMeasuresTests
{
    private const string Pages = "kremlin_archive.import.pages", Runs = "kremlin_archive.import.run.duration";

    [Fact]
    public async Task ARunTellsWhatBecameOfItsPages()
    {
        using var archive = await TempArchive.CreateAsync();
        using var heard = new HeardMeasures();
        using var traces = new HeardTraces();
        await ImportAsync(archive.Store.Ledger);
        Assert.Equal(["outcome=quarantined 1", "outcome=skipped 2"], heard.Of(Pages).Select(measure => $"{measure.Tags} {measure.Value}").Order(StringComparer.Ordinal));
        Assert.Equal("result=done", Assert.Single(heard.Of(Runs)).Tags);
        Assert.Contains("import.run > import.batch > store.write", traces.Paths);
    }

    [Fact]
    public async Task ARehearsalIsNotToldOf()
    {
        using var archive = await TempArchive.CreateAsync();
        using var heard = new HeardMeasures();
        await using var rehearsal = await archive.Store.RehearseImportAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, (await ImportAsync(rehearsal.Ledger)).Quarantined + 2);
        Assert.Empty(heard.All);
    }

    private static async Task<RunReport> ImportAsync(ImportLedger ledger)
    {
        using var pages = new TempDirectory();
        foreach (var name in (string[])["bad.html", "skip-1.html", "skip-2.html"])
            pages.Write(name, "invented"u8.ToArray());
        var run = new ImportRun(ledger, capture => capture.Source.EndsWith("bad.html", StringComparison.Ordinal) ? new PageReading.Unreadable("It is bad.") : new PageReading.Skipped("It is none."));
        return await run.ImportAsync([pages.Path], new RunWatch(), TestContext.Current.CancellationToken);
    }
}

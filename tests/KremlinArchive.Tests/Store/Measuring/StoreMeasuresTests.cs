using KremlinArchive.Store;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Store.Measuring;

public sealed class StoreMeasuresTests
{
    private const string Captured = "kremlin_archive.store.captured", Writes = "kremlin_archive.store.write.duration", Waits = "kremlin_archive.store.lock.wait";

    [Fact]
    public async Task BytesThatAreNewAreCounted()
    {
        using var archive = await TempArchive.CreateAsync();
        using var heard = new HeardMeasures();
        var (first, second) = (Documents.Page(Documents.Record()), Documents.Page(Documents.Record("ru/events/2")));
        await archive.ImportAsync(first);
        await archive.ImportAsync(first, second);
        Assert.Equal([first.Capture.Length, second.Capture.Length], heard.Of(Captured).Select(measure => measure.Value));
    }

    [Fact]
    public async Task AWriterTellsHowLongItWaitedAndWhetherItsWorkStands()
    {
        using var archive = await TempArchive.CreateAsync();
        using var heard = new HeardMeasures();
        using var traces = new HeardTraces();
        await archive.Store.Ledger.BeginAsync("test", startedBy: null, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<ArchiveUnavailableException>(() =>
            archive.Store.Ledger.SaveAsync(run: 99, [Documents.Page(Documents.Record())], TestContext.Current.CancellationToken));
        Assert.Equal(["result=committed", "result=failed"], heard.Of(Writes).Select(measure => measure.Tags));
        Assert.Equal(2, heard.Of(Waits).Count);
        Assert.Empty(heard.Of(Captured));
        Assert.Equal(["store.write", "store.write"], traces.Paths);
    }

    [Fact]
    public async Task WhatIsThrownAwayIsNotToldOf()
    {
        using var archive = await TempArchive.CreateAsync();
        using var heard = new HeardMeasures();
        await using var rehearsal = await archive.Store.RehearseImportAsync(TestContext.Current.CancellationToken);
        var run = await rehearsal.Ledger.BeginAsync("test", startedBy: null, TestContext.Current.CancellationToken);
        await rehearsal.Ledger.SaveAsync(run, [Documents.Page(Documents.Record())], TestContext.Current.CancellationToken);
        Assert.True(rehearsal.Ledger.IsRehearsal);
        Assert.Empty(heard.All);
    }
}

using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Search;
using KremlinArchive.Store;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Web.Tests.Support;

/// <summary>The index of an archive that holds the samples, in this process: for parts of pages that ask it themselves.</summary>
internal sealed class SampleIndex : IDisposable
{
    private readonly TempDirectory directory;
    private readonly ArchiveStore store;

    private SampleIndex(TempDirectory directory, ArchiveStore store)
    {
        this.directory = directory;
        this.store = store;
        Index = ArchiveIndex.Open(new ArchiveIndexOptions { Directory = directory.At("index") }, store.Changes);
    }

    public ArchiveIndex Index { get; }

    public static async Task<SampleIndex> CreateAsync()
    {
        var directory = new TempDirectory();
        var cancellation = TestContext.Current.CancellationToken;
        var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = directory.Path }, cancellation);
        var samples = new SampleIndex(directory, store);
        await new ImportRun(store.Ledger, new PageReader()).ImportAsync([Path.Combine(Repository.Root, "data", "samples")], new RunWatch(), cancellation);
        await samples.Index.CatchUpAsync(cancellation);
        return samples;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Index.Dispose();
        store.Dispose();
        directory.Dispose();
    }
}

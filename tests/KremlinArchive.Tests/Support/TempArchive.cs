using KremlinArchive.Records;
using KremlinArchive.Store;
using KremlinArchive.Store.Reading;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Tests.Support;

/// <summary>A real archive in a directory of its own.</summary>
internal sealed class TempArchive : IDisposable
{
    private static readonly Lazy<Task<byte[]>> Empty = new(async () =>
    {
        using var directory = new TempDirectory();
        (await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = directory.Path }, CancellationToken.None)).Dispose();
        return await File.ReadAllBytesAsync(directory.At("archive.db"), CancellationToken.None);
    });

    private readonly TempDirectory directory;

    private TempArchive(TempDirectory directory, ArchiveStore store)
    {
        this.directory = directory;
        Store = store;
    }

    public ArchiveStore Store { get; }

    public string Directory => directory.Path;

    public static async Task<TempArchive> CreateAsync()
    {
        var directory = new TempDirectory();
        // To make the tables takes a third of all that a test of an archive does; so they are made once.
        await File.WriteAllBytesAsync(directory.At("archive.db"), await Empty.Value, TestContext.Current.CancellationToken);
        return new TempArchive(directory, await OpenAsync(directory.Path));
    }

    public static Task<ArchiveStore> OpenAsync(string directory) =>
        ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = directory }, TestContext.Current.CancellationToken);

    /// <summary>Runs an import of these pages, a batch.</summary>
    public async Task<IReadOnlyList<PageOutcome>> ImportAsync(params ReadPage[] pages)
    {
        var run = await Store.Ledger.BeginAsync("test", startedBy: null, TestContext.Current.CancellationToken);
        var outcomes = await Store.Ledger.SaveAsync(run, pages, TestContext.Current.CancellationToken);
        await Store.Ledger.EndAsync(run, null, TestContext.Current.CancellationToken);
        return outcomes;
    }

    public async Task<StoredRecord?> FindAsync(string id) => (await Store.Records.FindAsync(RecordId.Parse(id)!, TestContext.Current.CancellationToken)).Found;

    /// <inheritdoc/>
    public void Dispose()
    {
        Store.Dispose();
        directory.Dispose();
    }
}

using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store;

namespace KremlinArchive.Tests.Support;

/// <summary>A real archive together with its real index.</summary>
internal sealed class SearchedArchive : IDisposable
{
    private readonly TempArchive archive;

    private readonly ArchiveIndexOptions options;

    private SearchedArchive(TempArchive archive, ArchiveIndex index, ArchiveIndexOptions options)
    {
        this.archive = archive;
        this.options = options;
        Index = index;
    }

    public ArchiveIndex Index { get; private set; }

    public ArchiveStore Store => archive.Store;

    /// <summary>The names of the folders in which states of the index are built, in order.</summary>
    public IEnumerable<string> Generations => Directory.GetDirectories(IndexDirectory).Select(path => Path.GetFileName(path)!).Order();

    public string IndexDirectory => IndexDirectoryOf(archive);

    /// <summary>An archive that holds these records, indexed.</summary>
    public static async Task<SearchedArchive> WithAsync(params ArchiveRecord[] records)
    {
        var searched = await EmptyAsync(IndexFormat.Current);
        await searched.AddAsync(records);
        return searched;
    }

    /// <param name="format">The format of the index.</param>
    /// <param name="batchSize">How many changes are indexed at once: few, so that most tests see several batches.</param>
    /// <param name="longestSearch">How long a search may take; as long as usual if it is not given.</param>
    public static async Task<SearchedArchive> EmptyAsync(IndexFormat format, int batchSize = 3, TimeSpan? longestSearch = null)
    {
        var archive = await TempArchive.CreateAsync();
        var options = new ArchiveIndexOptions { Directory = IndexDirectoryOf(archive), BatchSize = batchSize, CommitInterval = TimeSpan.Zero, PollInterval = TimeSpan.FromMilliseconds(5) };
        if (longestSearch is { } limit)
            options = options with { LongestSearch = limit };
        return new SearchedArchive(archive, ArchiveIndex.Open(options, archive.Store.Changes, format), options);
    }

    /// <summary>Stores records without indexing them.</summary>
    public Task StoreAsync(params ArchiveRecord[] records) => archive.ImportAsync([.. records.Select(record => Documents.Page(record))]);

    /// <summary>Withholds a record, without telling the index.</summary>
    public Task WithholdAsync(RecordId id) => archive.Store.Withholding.WithholdRecordAsync(id, "A test.", Actor.CommandLine, TestContext.Current.CancellationToken);

    public async Task AddAsync(params ArchiveRecord[] records)
    {
        await StoreAsync(records);
        await Index.CatchUpAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Another index on the same directory, as another process would open it.</summary>
    public ArchiveIndex OpenAnother(IndexFormat? format = null) => ArchiveIndex.Open(options, archive.Store.Changes, format ?? IndexFormat.Current);

    /// <summary>An index of another node on the same store, in a directory of its own.</summary>
    public ArchiveIndex OpenNode(string name, IndexFormat format) =>
        ArchiveIndex.Open(options with { Directory = Path.Combine(IndexDirectory, "..", name) }, archive.Store.Changes, format);

    /// <summary>Ends the index and opens it anew.</summary>
    public void Reopen(IndexFormat? format = null)
    {
        Index.Dispose();
        Index = OpenAnother(format);
    }

    public SearchAnswer Ask(string query) => Ask(new SearchRequest { Query = query });

    public SearchAnswer Ask(SearchRequest request) => Index.Search(request, TestContext.Current.CancellationToken);

    /// <summary>The numbers of the records that a query finds, in the order of the answer.</summary>
    public IReadOnlyList<int> Find(string query) => Numbers(Ask(query));

    public IReadOnlyList<int> Find(SearchRequest request) => Numbers(Ask(request));

    /// <inheritdoc/>
    public void Dispose()
    {
        Index.Dispose();
        archive.Dispose();
    }

    private static IReadOnlyList<int> Numbers(SearchAnswer answer) => [.. answer.Hits.Select(hit => hit.Id.Number)];

    private static string IndexDirectoryOf(TempArchive archive) => Path.Combine(archive.Directory, "index");
}

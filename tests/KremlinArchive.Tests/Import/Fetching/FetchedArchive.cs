using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Records;
using KremlinArchive.Store;
using KremlinArchive.Store.Fetches;
using KremlinArchive.Tests.Support;
using Microsoft.Data.Sqlite;

namespace KremlinArchive.Tests.Import.Fetching;

/// <summary>A real archive that fetches from the fake site, by a clock that never lets it wait.</summary>
internal sealed class FetchedArchive : IDisposable
{
    private readonly TempDirectory directory = new();
    private readonly FakeSite site;

    private FetchedArchive(FakeSite site) => this.site = site;

    public HastyClock Clock { get; } = new();

    public ArchiveStore Store { get; private set; } = null!;

    public List<FetchWait> Waits { get; } = [];

    public static async Task<FetchedArchive> CreateAsync(FakeSite site)
    {
        var archive = new FetchedArchive(site);
        archive.Store = await archive.OpenAsync();
        return archive;
    }

    public void Dispose()
    {
        Store.Dispose();
        directory.Dispose();
    }

    public Task<RunReport> FetchAsync(params string[] addresses) => FetchAsync(FetchOrder.Addresses(addresses));

    public Task<RunReport> FetchAsync(FetchOrder order, RunWatch? watch = null, CancellationToken? cancellation = null) => RunAsync(fetcher => fetcher.Plan(order, null, Waits.Add), watch, cancellation);

    /// <summary>Goes on with the newest plan that can be resumed.</summary>
    public async Task<RunReport> ResumeAsync()
    {
        var plan = (await Store.Fetches.UnfinishedAsync(CancellationToken.None))[0];
        return await RunAsync(fetcher => fetcher.Resume(plan));
    }

    public Task<RunReport> RunAsync(Func<Fetcher, RunPlan> plan, RunWatch? watch = null, CancellationToken? cancellation = null) =>
        RunAsync(client => new Fetcher(Store, client, Clock), plan, watch, cancellation);

    public async Task<RunReport> RunAsync(Func<SiteClient, Fetcher> fetcher, Func<Fetcher, RunPlan> plan, RunWatch? watch = null, CancellationToken? cancellation = null)
    {
        using var client = site.Client(Clock);
        var run = new ImportRun(Store.Ledger, new PageReader(Clock).Read, Clock);
        return await run.ImportAsync(plan(fetcher(client)), watch ?? new RunWatch(), cancellation ?? TestContext.Current.CancellationToken);
    }

    public Task<IReadOnlyList<FetchPlan>> UnfinishedAsync() => Store.Fetches.UnfinishedAsync(CancellationToken.None);

    public async Task<bool> HoldsAsync(string id) => (await Store.Records.FindAsync(RecordId.Parse(id)!, CancellationToken.None)).Found is not null;

    /// <summary>What a query of the database gives, row by row.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={directory.At("archive.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(field => reader.GetValue(field))));
        return rows;
    }

    private Task<ArchiveStore> OpenAsync() => ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = directory.Path, Clock = Clock }, CancellationToken.None);
}

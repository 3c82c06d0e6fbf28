using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Search;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store;
using KremlinArchive.Store.Asked;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Counting;
using KremlinArchive.Web.Hosting;
using KremlinArchive.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KremlinArchive.Web.Tests.Counting;

public sealed class SearchCountsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // With time enough for a slow machine: a search whose time is up is not counted.
    [Fact]
    public Task SearchesOfPagesAndProgramsAreCountedOnceEach() => BuiltApplication.RunAsync(async (app, http) =>
    {
        await ImportAsync(app);
        foreach (var address in (string[])[
            "/?q=Маяк", "/api/v1/search?q=%20маяк", "/api/v1/search?q=маяк&page=2", "/?q=маяк&kind=news", "/?q=маяк&page=0", "/?q=", "/",
            "/?q=нейтрино", "/api/v1/search?q=vfzr", "/live/suggestions?q=маяк"])
        {
            using var answer = await http.GetAsync(address, Cancellation);
        }

        // A server that stops keeps what it has counted.
        await app.StopAsync(Cancellation);
        var kept = await app.Services.GetRequiredService<AskedRegister>().ListAsync(AskedOrder.Popular, days: 1, most: 10, Cancellation);
        // Another keyboard layout finds the third; as typed it finds nothing.
        Assert.Equal([("маяк", 2, 0, 1), ("vfzr", 1, 1, 0), ("нейтрино", 1, 1, 0)], kept.Select(asked => (asked.Query, asked.Times, asked.InVain, asked.Found)));
    }, longestSearch: TimeSpan.FromMinutes(1));

    [Fact]
    public void WhatCannotBeKeptIsTakenBackAndAddsUp()
    {
        var counts = Counts();
        counts.Count(new SearchRequest { Query = "маяк" }, Answer(1));
        var taken = counts.Take();
        Assert.Empty(counts.Take());
        counts.Count(new SearchRequest { Query = "Маяк" }, Answer(0));
        counts.TakeBack(taken);
        var both = Assert.Single(counts.Take());
        // What was found last is what the later of the two found.
        Assert.Equal(("маяк", 2, 1, 0), (both.Query, both.Times, both.InVain, both.Found));
    }

    [Fact]
    public async Task WhatCannotBeWrittenIsToldOnceAndKeptForLater()
    {
        AskedRegister register;
        using (var folder = new TempDirectory())
        using (var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = folder.Path }, Cancellation))
            register = store.Asked;
        var (counts, log) = (Counts(), new HeardLog<SearchCountKeeper>());
        using var keeper = new SearchCountKeeper(counts, register, new SetClock(), log);
        counts.Count(new SearchRequest { Query = "маяк" }, Answer(1));
        await keeper.KeepAsync(Cancellation);
        await keeper.KeepAsync(Cancellation);
        Assert.Contains("searching goes on", Assert.Single(log.Lines), StringComparison.Ordinal);
        Assert.Equal("маяк", Assert.Single(counts.Take()).Query);
    }

    [Fact]
    public void MemoryHoldsSoManyQueriesAndNoMore()
    {
        var (counts, answer) = (Counts(), Answer(1));
        for (var number = 0; number < SearchCounts.Most + 10; number++)
            counts.Count(new SearchRequest { Query = $"запрос {number}" }, answer);
        Assert.Equal(SearchCounts.Most, counts.Take().Count);
    }

    [Fact]
    public void ASettingTurnsItOff()
    {
        var counts = Counts(("Archive:CountSearches", "false"));
        counts.Count(new SearchRequest { Query = "маяк" }, Answer(1));
        Assert.Empty(counts.Take());
    }

    private static SearchCounts Counts(params (string Name, string Value)[] settings) => new(
        ArchiveSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build()),
        new SetClock());

    private static SearchAnswer Answer(long total) => new()
    {
        Total = total,
        TookMs = 1,
        Page = 1,
        Size = 20,
        Warnings = [],
        Hits = [],
        Facets = new Dictionary<Facet, IReadOnlyList<FacetValue>>(),
        Unlisted = new Dictionary<Facet, int>(),
        Histogram = new Histogram(HistogramUnit.Year, [], 0, 0),
    };

    private static async Task ImportAsync(WebApplication app)
    {
        using var folder = new TempDirectory();
        var page = folder.Write("page.txt", "Маяк\n\n\n2024-01-02 10:00:00\n\nТекст.\n\n\n\nhttp://kremlin.ru/events/president/news/copy/900000901"u8.ToArray());
        await new ImportRun(app.Services.GetRequiredService<ArchiveStore>().Ledger, new PageReader()).ImportAsync([page], new RunWatch(), Cancellation);
        await app.Services.GetRequiredService<ArchiveIndex>().CatchUpAsync(Cancellation);
    }
}

using System.Globalization;
using KremlinArchive.Cli;
using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Fetches;
using KremlinArchive.Tests.Support;
using static KremlinArchive.Tests.Support.InventedSite;

namespace KremlinArchive.Tests.Cli;

/// <summary>The command line fetches from the fake site through it as its proxy. Its settings are the process's own, so that all tests of them are here.</summary>
[Collection("Environment")]
public sealed class FetchTests : IClassFixture<FakeSite>, IDisposable
{
    private static readonly string[] Settings = ["Proxy", "LeastPause", "MostPause", "Tries"];

    private readonly FakeSite site;
    private readonly TempDirectory folder = new();

    public FetchTests(FakeSite site)
    {
        this.site = site;
        site.Clear();
        Set("Proxy", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{site.Port}"));
        Set("LeastPause", "0");
        Set("MostPause", "0");
        Set("Tries", "1");
    }

    public void Dispose()
    {
        foreach (var name in Settings)
            Set(name, null);
        folder.Dispose();
    }

    [Fact]
    public async Task AnAddressThatIsImportedIsFetchedAndFound()
    {
        site.ServePages(101);
        var import = await CallAsync("import", Address(101), "--json");
        Assert.Equal((ExitCode.Done, 1), (import.Code, import.Json.GetProperty("added").GetInt32()));
        Assert.Equal(1, (await CallAsync("search", "вымышленный", "--json")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task AFeedIsFetchedBetweenTwoDays()
    {
        site.Serve("http://kremlin.ru/events/all/feed", Feed([new(102, "2026-01-31T10:00:00"), new(101, "2026-01-30T10:00:00")]));
        site.ServePages(101, 102);
        var fetch = await CallAsync("fetch", "--feed", "ru", "--from", "2026-01-30", "--to", "2026-01-30", "--json");
        Assert.Equal(ExitCode.Done, fetch.Code);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, fetch.Json.GetProperty("waiting").ValueKind);
        Assert.Equal(["http://kremlin.ru/events/all/feed", Address(101)], site.Asked);
    }

    [Fact]
    public async Task ARefusedFetchExitsWithOneAndSaysHowToGoOn()
    {
        site.ServePages(101, 102);
        site.Serve(Address(102), FakeAnswer.Of(429, ("Retry-After", "7200")));
        var fetch = await CallAsync("fetch", "--range", "ru/events/101..102", "--json");
        Assert.Equal((ExitCode.CouldNotRun, 1, 1), (fetch.Code, fetch.Json.GetProperty("added").GetInt32(), fetch.Json.GetProperty("waiting").GetInt32()));
        Assert.Contains("fetch --resume", fetch.Error, StringComparison.Ordinal);
        Assert.Equal(Address(102), (await CallAsync("fetch", "--resume", "--dry-run")).Output.Trim());
    }

    [Fact]
    public async Task APageThatIsNotToBeReadExitsWithThree()
    {
        site.Serve(Address(101), "%PDF-1.7");
        Assert.Equal(ExitCode.DoneWithProblems, (await CallAsync("fetch", Address(101))).Code);
    }

    [Fact]
    public async Task ADryRunAsksForNothing()
    {
        var dry = await CallAsync("fetch", "--range", "ru/events/101..102", "--dry-run", "--json");
        Assert.Equal("ru/events/101..102", dry.Json.GetProperty("would_ask")[0].GetString());
        Assert.Empty(site.AskedWithRobots);
        Assert.False(Directory.Exists(folder.At("archive")));
    }

    [Fact]
    public async Task WithNothingToResumeItSaysSo()
    {
        site.ServePages(101);
        await CallAsync("fetch", Address(101));
        var resumed = await CallAsync("fetch", "--resume");
        Assert.Equal(ExitCode.CouldNotRun, resumed.Code);
        Assert.Contains("no fetch to resume", resumed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFetchThatDidNotComeToItsEndIsListedAndGivenUp()
    {
        site.Serve(Address(101), FakeAnswer.Of(429, ("Retry-After", "7200")));
        await CallAsync("fetch", Address(101));
        var fetch = (await CallAsync("fetches", "--json")).Json.GetProperty("fetches")[0];
        Assert.Equal((1, 1, Address(101)), (fetch.GetProperty("fetch").GetInt64(), fetch.GetProperty("waiting").GetInt32(), fetch.GetProperty("description").GetString()));
        Assert.Contains("kremlin.ru", (await CallAsync("fetches")).Output, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, (await CallAsync("fetch", "--abandon", "1")).Code);
        Assert.Equal(0, (await CallAsync("fetches", "--json")).Json.GetProperty("fetches").GetArrayLength());
        Assert.Equal(ExitCode.CouldNotRun, (await CallAsync("fetch", "--abandon", "1")).Code);
        Assert.Equal(ExitCode.WrongCommandLine, (await CallAsync("fetch", "--abandon", "1", "--resume")).Code);
        using var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = folder.At("archive") }, CancellationToken.None);
        Assert.Equal([AuditAction.FetchAbandoned, AuditAction.Fetched], (await store.Audit.ListAsync([], null, 10, CancellationToken.None)).Where(entry => entry.By == Actor.CommandLine).Select(entry => entry.Action));
    }

    [Fact]
    public async Task WhatIsMissingIsToldAndFetched()
    {
        const string News = "http://kremlin.ru/events/president/news";
        site.Serve(News, List([(102, "2026-01-31"), (101, "2026-01-30")]));
        await CallAsync("fetch", "--list", News, "--from", "2026-02-01");
        string[] coverage = ["coverage", "--lang", "ru", "--from", "2026-01", "--to", "2026-01", "--json"];
        Assert.Equal((2, 2), Total(await CallAsync(coverage)));

        site.ServePages(101, 102);
        var fetch = await CallAsync([.. coverage, "--fetch"]);
        Assert.Equal((ExitCode.Done, 2), (fetch.Code, fetch.Json.GetProperty("added").GetInt32()));
        // The invented pages are of another day than the list says.
        Assert.Equal((0, 0), Total(await CallAsync(coverage)));
        Assert.Equal(ExitCode.CouldNotRun, (await CallAsync([.. coverage, "--fetch"])).Code);
        Assert.Contains("2026-05-30", (await CallAsync("coverage", "--lang", "ru", "--from", "2026-05-30", "--to", "2026-05-30")).Output, StringComparison.Ordinal);

        static (int Known, int Missing) Total(Called called) => (called.Json.GetProperty("total").GetProperty("known").GetInt32(), called.Json.GetProperty("total").GetProperty("missing").GetInt32());
    }

    [Theory]
    [InlineData("--lang", "--lang", "de", "--from", "2026", "--to", "2026")]
    [InlineData("--from", "--lang", "ru", "--from", "never", "--to", "2026")]
    [InlineData("--from", "--lang", "ru", "--from", "2026-02", "--to", "2026-01")]
    [InlineData("--to", "--lang", "ru", "--from", "2020", "--to", "2026")]
    public async Task ASpanOfCoverageThatIsWrongIsNamed(string named, params string[] arguments)
    {
        var called = await CallAsync(["coverage", .. arguments]);
        Assert.Equal(ExitCode.WrongCommandLine, called.Code);
        Assert.StartsWith(named, called.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePolicyOfWatchingIsToldWithWhatIsDue()
    {
        site.Serve("http://kremlin.ru/events/all/feed", Feed([new(101, "2026-01-31T10:00:00")]));
        site.Serve(Address(101), FakeAnswer.Of(429, ("Retry-After", "7200")));
        await CallAsync("fetch", "--feed", "ru");
        var watch = (await CallAsync("watch", "--json")).Json;
        Assert.Equal((1, 6), (watch.GetProperty("due").GetInt32(), watch.GetProperty("policy").GetArrayLength()));
        Assert.Contains("30 minutes", (await CallAsync("watch")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAWatcherLeftIsTheWatchersToResume()
    {
        using (var store = await ArchiveStore.OpenAsync(new ArchiveStoreOptions { DataDirectory = folder.At("archive") }, CancellationToken.None))
            await store.Fetches.BeginAsync(new FetchTerms("watch: 1 pages again", null, null, FetchScope.News), null, [(FetchStepKind.Page, Address(101))], CancellationToken.None);
        Assert.Contains("no fetch to resume", (await CallAsync("fetch", "--resume")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tries", "many")]
    [InlineData("Tries", "0")]
    [InlineData("LeastPause", "-1")]
    [InlineData("MostPause", "never")]
    [InlineData("Proxy", "127.0.0.1")]
    public async Task AWrongSettingIsNamed(string name, string value)
    {
        Set(name, value);
        var fetch = await CallAsync("fetch", Address(101));
        Assert.Equal(ExitCode.CouldNotRun, fetch.Code);
        Assert.Contains($"Archive:Fetch:{name}", fetch.Error, StringComparison.Ordinal);
    }

    private static void Set(string name, string? value) => Environment.SetEnvironmentVariable($"Archive__Fetch__{name}", value);

    private Task<Called> CallAsync(params string[] args) => Called.WithAsync([.. args, "--data", folder.At("archive")]);
}

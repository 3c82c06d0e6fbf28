using System.Globalization;
using KremlinArchive.Cli;
using KremlinArchive.Store;
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

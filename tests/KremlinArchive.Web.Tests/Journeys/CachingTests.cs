using System.Net;
using System.Text.RegularExpressions;
using KremlinArchive.Search;
using KremlinArchive.Store;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KremlinArchive.Web.Tests.Journeys;

public sealed class CachingTests(SampleServer samples)
{
    private readonly RunningServer server = samples.Server;

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=маяк&page=2")]
    [InlineData("/about")]
    [InlineData("/ru/events/67315?q=переговоры")]
    [InlineData("/api/v1/search?q=маяк")]
    [InlineData("/api/v1/records/ru/events/67315")]
    [InlineData("/api/v1/status")]
    public async Task WhatIsStillGoodIsNotSentAgain(string address)
    {
        using var first = await server.AskAsync(address);
        var tag = first.Headers.ETag!;
        Assert.True(tag.IsWeak);
        Assert.Equal("no-cache, private", first.Headers.CacheControl!.ToString());
        Assert.Equal(["Accept-Encoding", "Accept-Language", "Cookie"], first.Headers.Vary.Order(StringComparer.Ordinal));

        using var again = await server.AskAsync(address, ("If-None-Match", $"\"another\", {tag}"));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal((tag, "no-cache, private"), (again.Headers.ETag, again.Headers.CacheControl!.ToString()));
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public Task AnAnswerWhoseTimeWasUpIsNotKept() => BuiltApplication.RunAsync(
        async (app, http) =>
        {
            var store = app.Services.GetRequiredService<ArchiveStore>();
            var run = await store.Ledger.BeginAsync("test", startedBy: null, TestContext.Current.CancellationToken);
            await store.Ledger.SaveAsync(run, [EditedServer.Page(EditedServer.Record("ru/events/1", "Маяк"), day: 5)], TestContext.Current.CancellationToken);
            await app.Services.GetRequiredService<ArchiveIndex>().CatchUpAsync(TestContext.Current.CancellationToken);
            foreach (var address in (string[])["/?q=маяк", "/api/v1/search?q=маяк", "/facets/topic?q=маяк"])
            {
                using var response = await http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.Equal((HttpStatusCode.OK, null, true), (response.StatusCode, response.Headers.ETag, response.Headers.CacheControl!.NoStore));
            }
        },
        longestSearch: TimeSpan.Zero);

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=маяк")]
    [InlineData("/about")]
    [InlineData("/ru/events/67315")]
    public async Task NoPageThatIsKeptHoldsWhatACircuitStartsFrom(string address)
    {
        using var response = await server.AskAsync(address);
        Assert.NotNull(response.Headers.ETag);
        Assert.DoesNotContain("<!--Blazor:", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/ru/events/1")]
    [InlineData("/?page=0")]
    [InlineData("/api/v1/search?page=0")]
    [InlineData("/api/v1/records/ru/events/1")]
    public async Task WhatFailedIsNotKept(string address)
    {
        using var response = await server.AskAsync(address, ("If-None-Match", "*"));
        Assert.InRange((int)response.StatusCode, 400, 499);
        Assert.Null(response.Headers.ETag);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/about?ui=en")]
    [InlineData("/about?theme=dark")]
    [InlineData("/about", "Accept-Language", "en")]
    [InlineData("/about", "Cookie", "ui=en")]
    [InlineData("/about", "Cookie", "theme=light")]
    public async Task AnotherLanguageOrThemeIsAnotherPage(string address, string header = "X-Nothing", string value = "")
    {
        using var plain = await server.AskAsync("/about");
        using var other = await server.AskAsync(address, (header, value), ("If-None-Match", plain.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.NotEqual(plain.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task WhatAnImportChangesIsSentAnew()
    {
        using var directory = new TempDirectory();
        await using var growing = await RunningServer.StartAsync(directory.At("archive"), "--Archive:Samples", "false");
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in (string[])["/about", "/api/v1/search", "/api/v1/status"])
        {
            using var before = await growing.AskAsync(address);
            tags[address] = before.Headers.ETag!.ToString();
        }

        InventedPages.Write(directory, 1);
        var import = await BuiltProgram.RunAsync(BuiltProgram.Cli("import", directory.At("pages"), "--data", directory.At("archive"), "--json"));
        Assert.True(import.ExitCode == 0, import.Errors);
        await growing.EventuallyAsync("/api/v1/status", status => status.GetProperty("indexed_change").GetInt64() == 1);
        foreach (var (address, tag) in tags)
        {
            using var after = await growing.AskAsync(address, ("If-None-Match", tag));
            Assert.True(after.StatusCode == HttpStatusCode.OK, $"{address} is {after.StatusCode}");
        }
    }

    [Fact]
    public async Task FilesWithAFingerprintAreKeptAndOthersAskedFor()
    {
        var page = await server.PageAsync("/about");
        var sheet = page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).First(href => href.StartsWith("app.", StringComparison.Ordinal));
        Assert.NotEqual("app.css", sheet);
        using var named = await server.AskAsync("/app.css");
        Assert.True(named.Headers.CacheControl!.NoCache);
        using var again = await server.AskAsync("/app.css", ("If-None-Match", named.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/about", true)]
    [InlineData("/ru/events/67315", true)]
    [InlineData("/?q=маяк", false)]
    [InlineData("/?page=2", false)]
    [InlineData("/ru/events/67315?q=маяк", false)]
    [InlineData("/api/v1/status", false)]
    [InlineData("/admin", false)]
    [InlineData("/admin/runs", false)]
    [InlineData("/_blazor", false)]
    public async Task RobotsReadRecordsAndDoNotSearch(string address, bool isAllowed)
    {
        using var response = await server.AskAsync("/robots.txt");
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        var rules = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith("Disallow: ", StringComparison.Ordinal)).Select(line => line["Disallow: ".Length..]);
        Assert.Equal(isAllowed, !rules.Any(rule => Matches(rule, address)));
    }

    // RFC 9309: a rule is the beginning of an address, in which a star is anything.
    private static bool Matches(string rule, string address) =>
        Regex.IsMatch(address, "^" + Regex.Escape(rule).Replace("\\*", ".*", StringComparison.Ordinal));
}

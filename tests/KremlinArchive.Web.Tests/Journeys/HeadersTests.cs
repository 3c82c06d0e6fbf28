using System.Net;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

public sealed class HeadersTests(SampleServer samples)
{
    private readonly RunningServer server = samples.Server;

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/?q=маяк", 200)]
    [InlineData("/ru/events/67315", 200)]
    [InlineData("/about", 200)]
    [InlineData("/?page=0", 400)]
    [InlineData("/nothing", 404)]
    [InlineData("/failed/503", 503)]
    [InlineData("/api/v1/search?q=маяк", 200)]
    [InlineData("/api/v1/search?page=0", 400)]
    [InlineData("/api/v1/records/ru/events/1", 404)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/app.css", 200)]
    [InlineData("/robots.txt", 200)]
    [InlineData("/health/live", 200)]
    public async Task EveryAnswerRefusesOtherHostsFramesAndGuessedTypes(string address, int status)
    {
        using var response = await server.AskAsync(address);
        Assert.Equal(status, (int)response.StatusCode);
        Refusals.AssertIn(response);
        Assert.False(response.Headers.Contains("Server"));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerThatSaysOnlyThatNothingChangedRefusesTheSame()
    {
        using var first = await server.AskAsync("/about");
        using var again = await server.AskAsync("/about", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Refusals.AssertIn(again);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=маяк")]
    [InlineData("/ru/events/900000001")]
    [InlineData("/about")]
    public async Task APageNeedsNothingThatThePolicyRefuses(string address)
    {
        var page = await server.PageAsync(address);
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.DoesNotContain(page.QuerySelectorAll("script:not([src]), style"), element => true);
        Assert.All(page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], img, script"), element =>
            Assert.DoesNotContain("//", element.GetAttribute("href") ?? element.GetAttribute("src") ?? "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/about", 200)]
    [InlineData("/ru/events/67315", 200)]
    [InlineData("/ru/events/1", 404)]
    [InlineData("/?page=0", 400)]
    [InlineData("/api/v1/status", 200)]
    [InlineData("/api/v1/records/ru/events/1", 404)]
    [InlineData("/app.css", 200)]
    public async Task HeadIsAnsweredAsGetWithoutABody(string address, int status)
    {
        using var get = await server.AskAsync(address, ("Accept-Encoding", "br"));
        using var request = new HttpRequestMessage(HttpMethod.Head, address) { Headers = { { "Accept-Encoding", "br" } } };
        using var head = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Described(get), Described(head));
    }

    [Fact]
    public async Task PagesAreCompressedForBrowsersThatTakeIt()
    {
        using var response = await server.AskAsync("/ru/events/67315", ("Accept-Encoding", "gzip, br"));
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
    }

    // How a body is framed is told of a body that is there.
    private static IEnumerable<string> Described(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
        .Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Content-Length"))
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
        .Order(StringComparer.Ordinal);
}

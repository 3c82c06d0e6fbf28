using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

public sealed class HeadersTests(SampleServer samples)
{
    private readonly RunningServer server = samples.Server;

    [Theory]
    [InlineData("/")]
    [InlineData("/ru/events/67315")]
    [InlineData("/nothing")]
    [InlineData("/api/v1/search?q=маяк")]
    [InlineData("/api/v1/records/ru/events/1")]
    [InlineData("/health/live")]
    public async Task EveryAnswerRefusesOtherHostsFramesAndGuessedTypes(string address)
    {
        using var response = await server.Http.GetAsync(address, TestContext.Current.CancellationToken);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], response.Headers.GetValues("Referrer-Policy"));
        Assert.False(response.Headers.Contains("Server"));
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
    [InlineData("/", 200)]
    [InlineData("/ru/events/67315", 200)]
    [InlineData("/ru/events/1", 404)]
    [InlineData("/api/v1/status", 200)]
    [InlineData("/app.css", 200)]
    public async Task HeadIsAnsweredAsGetWithoutABody(string address, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task PagesAreCompressedForBrowsersThatTakeIt()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ru/events/67315");
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
    }
}

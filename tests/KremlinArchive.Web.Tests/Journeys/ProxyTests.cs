using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

public sealed class ProxyTests(SampleServer samples)
{
    private static readonly (string, string) ByTls = ("X-Forwarded-Proto", "https"), ForReader = ("X-Forwarded-For", "203.0.113.7");

    [Fact]
    public async Task NobodyIsBelievedWhoIsNotNamed()
    {
        using var response = await samples.Server.AskAsync("/about?theme=dark", ForReader, ByTls);
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
        Assert.DoesNotContain("secure", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ByTlsThroughANamedProxyBrowsersAreToldToStayWithIt()
    {
        using var directory = new TempDirectory();
        await using var server = await RunningServer.StartAsync(directory.Path, "--Archive:Proxies", "10.1.0.0/16 127.0.0.1");
        foreach (var address in (string[])["/about?theme=dark", "/nothing", "/api/v1/status", "/app.css"])
        {
            using var secure = await server.AskAsync(address, ForReader, ByTls, ("Accept-Encoding", "br"));
            Assert.Equal(["max-age=31536000"], secure.Headers.GetValues("Strict-Transport-Security"));
            if (address.StartsWith("/about", StringComparison.Ordinal))
            {
                Assert.Contains("secure", Assert.Single(secure.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
                Assert.Equal(["br"], secure.Content.Headers.ContentEncoding);
            }

            using var plain = await server.AskAsync(address, ForReader);
            Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        }
    }
}

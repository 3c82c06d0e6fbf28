using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using AngleSharp.Html.Parser;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

public sealed class LimitsTests(SampleServer samples)
{
    [Fact]
    public async Task TwoHundredReadersOnLoopbackAreNeverRefused()
    {
        string[] addresses = ["/about", "/?q=маяк", "/ru/events/67315", "/api/v1/search?q=маяк", "/app.css"];
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            var statuses = new List<HttpStatusCode>();
            foreach (var address in addresses)
            {
                using var response = await samples.Server.AskAsync(address);
                statuses.Add(response.StatusCode);
            }

            return statuses;
        }));
        Assert.All(answers.SelectMany(statuses => statuses), status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task OneReaderOpensAHundredTabsAtOnce()
    {
        using var directory = new TempDirectory();
        await using var server = await RunningServer.StartAsync(directory.Path, "--Archive:Proxies", "127.0.0.1");
        var statuses = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            using var response = await server.AskAsync("/ru/events/67315", From("203.0.113.7"));
            return response.StatusCode;
        }));
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task WhoAsksTooMuchIsToldWhenToComeAgain()
    {
        using var directory = new TempDirectory();
        await using var server = await RunningServer.StartAsync(
            directory.Path, "--Archive:Proxies", "127.0.0.1", "--Archive:Limits:Burst", "3", "--Archive:Limits:PerSecond", "1");
        var page = await RefusedAsync(server, "/about?ui=ru", From("203.0.113.7"));
        var html = await new HtmlParser().ParseDocumentAsync(await BodyAsync(page), TestContext.Current.CancellationToken);
        Assert.Equal("Слишком много запросов", Assert.Single(html.QuerySelectorAll("h1")).TextContent);
        Assert.NotNull(html.QuerySelector("main a[href='/about?ui=ru']"));

        var problem = await RefusedAsync(server, "/api/v1/status?ui=en", From("203.0.113.7"));
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType!.MediaType);
        var told = JsonDocument.Parse(await BodyAsync(problem)).RootElement;
        Assert.Equal((429, "Too many requests"), (told.GetProperty("status").GetInt32(), told.GetProperty("title").GetString()));
        Assert.Contains("again in", told.GetProperty("detail").GetString(), StringComparison.Ordinal);

        // Others, files and health are not meant.
        await AssertAnsweredAsync(server, "/about", From("203.0.113.8"));
        await AssertAnsweredAsync(server, "/app.css", From("203.0.113.7"));
        await AssertAnsweredAsync(server, "/health/live", From("203.0.113.7"));
    }

    [Fact]
    public async Task AHouseholdIsOneClientWhicheverOfItsAddressesItUses()
    {
        using var directory = new TempDirectory();
        await using var server = await RunningServer.StartAsync(
            directory.Path, "--Archive:Proxies", "127.0.0.1", "--Archive:Limits:Burst", "1", "--Archive:Limits:PerSecond", "1");
        var number = 0;
        var refused = false;
        while (!refused && number < 1000)
        {
            using var response = await server.AskAsync("/about", From($"2001:db8:1:2::{++number:x}"));
            refused = response.StatusCode == HttpStatusCode.TooManyRequests;
        }

        Assert.True(refused);
        await AssertAnsweredAsync(server, "/about", From("2001:db8:1:3::1"));
    }

    [Fact]
    public async Task ACircuitTooManyIsRefusedUntilAnotherEnds()
    {
        using var directory = new TempDirectory();
        await using var server = await RunningServer.StartAsync(directory.Path, "--Archive:Proxies", "127.0.0.1", "--Archive:Limits:Circuits", "1");
        using (await CircuitAsync(server, From("203.0.113.7")))
        {
            await Assert.ThrowsAsync<WebSocketException>(() => CircuitAsync(server, From("203.0.113.7")));
            using var neighbour = await CircuitAsync(server, From("203.0.113.8"));
            Assert.Equal(WebSocketState.Open, neighbour.State);
        }

        for (var until = DateTime.UtcNow.AddSeconds(10); ;)
        {
            try
            {
                using var next = await CircuitAsync(server, From("203.0.113.7"));
                break;
            }
            catch (WebSocketException) when (DateTime.UtcNow < until)
            {
                // The server has not yet seen that the first one went away.
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }

    private static async Task<ClientWebSocket> CircuitAsync(RunningServer server, (string Name, string Value) client)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader(client.Name, client.Value);
        await socket.ConnectAsync(new UriBuilder(server.Http.BaseAddress!) { Scheme = "ws", Path = "/_blazor" }.Uri, TestContext.Current.CancellationToken);
        return socket;
    }

    private static (string, string) From(string client) => ("X-Forwarded-For", client);

    private static Task<string> BodyAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>Asks until the bucket is empty: it fills while the server is slow, and a test must not depend on how slow that is.</summary>
    private static async Task<HttpResponseMessage> RefusedAsync(RunningServer server, string address, (string, string) client)
    {
        for (var asked = 0; asked < 1000; asked++)
        {
            var response = await server.AskAsync(address, client);
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
                continue;
            Assert.True(response.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
            Assert.Null(response.Headers.ETag);
            Assert.True(response.Headers.CacheControl!.NoStore);
            return response;
        }

        throw new InvalidOperationException($"{address} is never refused.");
    }

    private static async Task AssertAnsweredAsync(RunningServer server, string address, (string, string) client)
    {
        using var response = await server.AskAsync(address, client);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}

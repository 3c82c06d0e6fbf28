using System.Net;
using System.Text;
using System.Text.Json;
using KremlinArchive.Web.Hosting.Caching;
using KremlinArchive.Web.Tests.Desk;
using KremlinArchive.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KremlinArchive.Web.Tests.Keys;

public sealed class KeyedApiTests(DeskServer desk)
{
    private const string Wrong = "ka_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WithoutAGoodKeyThereIsNothing()
    {
        using var missing = await desk.Server.AskAsync("/api/v1/audit?ui=en");
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer realm=\"KremlinArchive\""), (missing.StatusCode, missing.Headers.WwwAuthenticate.ToString()));
        Assert.Equal("application/problem+json", missing.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", missing.Headers.CacheControl?.ToString());
        Assert.Equal("A key is needed", (await JsonAsync(missing)).GetProperty("title").GetString());

        using var wrong = await desk.Server.WithKeyAsync(Wrong, "/api/v1/audit");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Contains("invalid_token", wrong.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Wrong, desk.Server.Log + await wrong.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyInAnAddressOrInAnotherSchemeIsNone()
    {
        var key = await desk.Browser.MakeKeyAsync("header-only", "desk");
        using var inAddress = await desk.Server.AskAsync($"/api/v1/audit?key={key}&access_token={key}");
        using var basic = await desk.Server.AskAsync("/api/v1/audit", ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("key:" + key))));
        using var right = await desk.Server.AskAsync("/api/v1/audit", ("Authorization", "bearer " + key));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK), (inAddress.StatusCode, basic.StatusCode, right.StatusCode));
        Assert.Equal("no-store", right.Headers.CacheControl?.ToString());
        Assert.DoesNotContain(key, desk.Server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAdminsCookieOpensNothing()
    {
        using var read = await desk.Browser.GetAsync("/api/v1/audit", Cancellation);
        using var sent = await desk.Browser.PostAsync("/api/v1/imports?name=a.txt", new ByteArrayContent("x"u8.ToArray()), Cancellation);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (read.StatusCode, sent.StatusCode));
    }

    [Fact]
    public async Task AKeyOpensWhatItIsForAndNothingElse()
    {
        var (import, reading) = (await desk.Browser.MakeKeyAsync("only-import", "import"), await desk.Browser.MakeKeyAsync("only-desk", "desk"));
        foreach (var address in (string[])["/api/v1/runs", "/api/v1/quarantine", "/api/v1/audit", "/api/v1/searches"])
        {
            using var opened = await desk.Server.WithKeyAsync(reading, address);
            using var closed = await desk.Server.WithKeyAsync(import, address);
            Assert.True((opened.StatusCode, closed.StatusCode) == (HttpStatusCode.OK, HttpStatusCode.Forbidden), address);
            Assert.Contains("insufficient_scope", closed.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
            Assert.Equal("application/problem+json", closed.Content.Headers.ContentType!.MediaType);
        }

        using var run = await desk.Server.WithKeyAsync(import, "/api/v1/runs/1");
        using var same = await desk.Server.WithKeyAsync(reading, "/api/v1/runs/1");
        using var sent = await desk.Server.WithKeyAsync(reading, "/api/v1/imports?name=a.txt", new ByteArrayContent("x"u8.ToArray()));
        // A run that the key has not begun is not its own to follow.
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.Forbidden), (run.StatusCode, same.StatusCode, sent.StatusCode));
        // No key opens the desk's pages.
        using var page = await desk.Server.WithKeyAsync(reading, "/admin/keys");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task AFileIsTakenInFollowedAndFound()
    {
        var key = await desk.Browser.MakeKeyAsync("harvester", "import", "desk");
        using var taken = await desk.Server.WithKeyAsync(key, "/api/v1/imports?name=..%2F..%2Fмаяк.txt", new ByteArrayContent(TextCopy(910_000_101, "Ключевой маяк")));
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        var told = await JsonAsync(taken);
        Assert.Equal(taken.Headers.Location!.OriginalString, told.GetProperty("location").GetString());

        var run = await EventuallyAsync(key, taken.Headers.Location.OriginalString, body => body.TryGetProperty("ended_at", out var ended) && ended.ValueKind == JsonValueKind.String);
        Assert.Equal(("маяк.txt", "key harvester", "ended", 1), (run.GetProperty("description").GetString(), run.GetProperty("started_by").GetString(), run.GetProperty("state").GetString(), run.GetProperty("added").GetInt32()));
        var number = run.GetProperty("number").GetInt64();
        using var listed = await desk.Server.WithKeyAsync(key, $"/api/v1/runs/{number}/outcomes?outcome=added");
        Assert.Equal("ru/events/910000101", Assert.Single((await JsonAsync(listed)).GetProperty("outcomes").EnumerateArray()).GetProperty("record").GetString());
        await desk.Server.EventuallyAsync("/api/v1/search?q=ключевой", found => found.GetProperty("total").GetInt32() == 1);

        using var noted = await desk.Server.WithKeyAsync(key, "/api/v1/audit?by=key%20harvester&action=imported");
        Assert.Equal($"{number}", Assert.Single((await JsonAsync(noted)).GetProperty("entries").EnumerateArray()).GetProperty("subject").GetString());
        Assert.Contains("ключ harvester", (await desk.PageAsync($"/admin/runs/{number}?ui=ru")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await desk.PageAsync("/admin/audit?by=key%20harvester")).QuerySelector($"tbody a[href='/admin/runs/{number}']"));
    }

    [Fact]
    public async Task WhatCannotBeTakenIsRefusedWithItsReason()
    {
        var key = await desk.Browser.MakeKeyAsync("refused", "import");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(key, "?name=large.zip", new ByteArrayContent(new byte[3 * 1024 * 1024])));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(key, "?name=large.zip", new ByteArrayContent(new byte[1_500_000]), isChunked: true));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(key, "", new ByteArrayContent([1])));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(key, "?name=empty.zip", new ByteArrayContent([])));
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "files", "a.txt" } };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await SendAsync(key, "?name=form.zip", form));
        // An unknown sender's file is not read at all.
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(Wrong, "?name=large.zip", new ByteArrayContent(new byte[60_000])));
        for (var until = DateTime.UtcNow.AddSeconds(30); Directory.Exists(desk.Uploads) && Directory.GetFileSystemEntries(desk.Uploads).Length > 0; await Task.Delay(50, Cancellation))
            Assert.True(DateTime.UtcNow < until);
    }

    [Theory]
    [InlineData("/api/v1/runs?before=x", "before")]
    [InlineData("/api/v1/runs?size=0", "size")]
    [InlineData("/api/v1/runs/1/outcomes?outcome=lost", "outcome")]
    [InlineData("/api/v1/quarantine?state=lost", "state")]
    [InlineData("/api/v1/quarantine?before=7", "before")]
    [InlineData("/api/v1/audit?action=lost", "action")]
    [InlineData("/api/v1/searches?days=91", "days")]
    [InlineData("/api/v1/searches?order=lost", "order")]
    public async Task AParameterOfTheWrongKindIsNamed(string address, string parameter)
    {
        var key = await desk.Browser.MakeKeyAsync($"parameters-{Guid.NewGuid():N}", "desk");
        using var refused = await desk.Server.WithKeyAsync(key, address);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(parameter, Assert.Single((await JsonAsync(refused)).GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task ListsArePagedByTheirNext()
    {
        var key = await desk.Browser.MakeKeyAsync("pages", "desk");
        using (await desk.UploadAsync(("next.txt", TextCopy(910_000_102, "Следующая"))))
        {
        }

        var first = await EventuallyAsync(key, "/api/v1/runs?size=1", body => body.GetProperty("next").ValueKind == JsonValueKind.Number);
        using var second = await desk.Server.WithKeyAsync(key, $"/api/v1/runs?size=1&before={first.GetProperty("next")}");
        Assert.True(RunOf(first) > RunOf(await JsonAsync(second)));
        using var missing = await desk.Server.WithKeyAsync(key, "/api/v1/runs/999999/outcomes");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        static long RunOf(JsonElement body) => Assert.Single(body.GetProperty("runs").EnumerateArray()).GetProperty("number").GetInt64();
    }

    [Fact]
    public async Task WhatIsOpenToAllIsTheSameWithAnyKey()
    {
        using var plain = await desk.Server.AskAsync("/api/v1/records/ru/events/67315");
        using var keyed = await desk.Server.WithKeyAsync(Wrong, "/api/v1/records/ru/events/67315");
        Assert.Equal((HttpStatusCode.OK, "private, no-cache"), (keyed.StatusCode, string.Join(", ", keyed.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal).Reverse())));
        Assert.Equal(await plain.Content.ReadAsStringAsync(Cancellation), await keyed.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task TheDescriptionSaysWhatNeedsAKey()
    {
        var description = await desk.Server.JsonAsync("/openapi/v1.json");
        Assert.Equal("bearer", description.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString());
        var import = description.GetProperty("paths").GetProperty("/api/v1/imports").GetProperty("post");
        Assert.Equal("import", import.GetProperty("security")[0].GetProperty("key")[0].GetString());
        Assert.True(import.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/octet-stream", out _));
        Assert.False(description.GetProperty("paths").GetProperty("/api/v1/search").GetProperty("get").TryGetProperty("security", out _));
    }

    [Fact]
    public async Task WhatIsNotMadeForEverybodyAsksForAKey() => await BuiltApplication.RunAsync(async (app, http) =>
    {
        var asked = 0;
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.RoutePattern.RawText?.StartsWith("/api/v1", StringComparison.Ordinal) != true || endpoint.Metadata.GetMetadata<RevalidatedAttribute>() is not null)
                continue;
            var address = endpoint.RoutePattern.RawText.Replace("{key:guid}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{run:long}", "1", StringComparison.Ordinal);
            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]), address);
            using var answer = await http.SendAsync(request, Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{request.Method} {address} answered {(int)answer.StatusCode}");
            asked++;
        }

        Assert.True(asked >= 8, $"Only {asked} addresses were found.");
    });

    private async Task<HttpStatusCode> SendAsync(string key, string query, HttpContent body, bool isChunked = false)
    {
        using var answer = await desk.Server.WithKeyAsync(key, "/api/v1/imports" + query, body, isChunked);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        return answer.StatusCode;
    }

    /// <summary>What an address answers as soon as it satisfies; an import that waits names its run when it has one.</summary>
    private async Task<JsonElement> EventuallyAsync(string key, string address, Func<JsonElement, bool> satisfies)
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); ; await Task.Delay(100, Cancellation))
        {
            using var answer = await desk.Server.WithKeyAsync(key, address);
            var body = await JsonAsync(answer);
            if (satisfies(body))
                return body;
            if (body.TryGetProperty("location", out var location))
                address = location.GetString()!;
            Assert.True(DateTime.UtcNow < until, $"{address} still answers {body}");
        }
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;

    private static byte[] TextCopy(int number, string title) => Encoding.UTF8.GetBytes(
        $"{title}\n\n\n2024-01-02 10:00:00\n\n{title}: текст.\n\n\n\nhttp://kremlin.ru/events/president/news/copy/{number}");
}

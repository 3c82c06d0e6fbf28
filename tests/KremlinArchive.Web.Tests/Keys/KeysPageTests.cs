using System.Net;
using KremlinArchive.Web.Tests.Desk;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Keys;

public sealed class KeysPageTests(DeskServer desk)
{
    [Fact]
    public async Task AKeyIsShownOnceAndOpensUntilItIsRevoked()
    {
        using var made = await desk.Browser.SubmitAsync("/admin/keys", ("key-name", "journey"), ("desk", "on"), ("expires", "2090-12-31"));
        Assert.Equal("no-store", made.Headers.CacheControl?.ToString());
        var answer = await made.DocumentAsync();
        var key = answer.QuerySelector("copy-text .secret")!.TextContent;
        Assert.Contains(answer.QuerySelectorAll("tbody strong"), name => name.TextContent == "journey");
        Assert.Matches("^ka_[A-Za-z0-9_-]{43}$", key);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(key));

        var page = await desk.PageAsync("/admin/keys?ui=en");
        var row = page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("strong")!.TextContent == "journey");
        Assert.DoesNotContain(key, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(key[..9], row.TextContent, StringComparison.Ordinal);
        Assert.Contains("31 December 2090", row.TextContent, StringComparison.Ordinal);

        using var revoked = await RevokeAsync(row);
        Assert.Equal("/admin/keys?done=revoked", revoked.Headers.Location!.OriginalString.Replace(desk.Server.Http.BaseAddress!.OriginalString.TrimEnd('/'), "", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(key));
        Assert.DoesNotContain(key, desk.Server.Log, StringComparison.Ordinal);

        var log = await desk.PageAsync("/admin/audit?action=key-revoked&ui=en");
        Assert.Contains(log.QuerySelectorAll("tbody tr"), entry => entry.TextContent.Contains("journey", StringComparison.Ordinal) && entry.TextContent.Contains(AnAdmin.Name, StringComparison.Ordinal));
        Assert.NotEmpty(log.QuerySelectorAll("tbody a[href='/admin/keys']"));
    }

    [Fact]
    public async Task WhatIsWrongWithTheFormIsSaidBesideIt()
    {
        using var nothing = await desk.Browser.SubmitAsync("/admin/keys?ui=en", ("key-name", "two words"), ("expires", "2020-01-01"));
        var page = await nothing.DocumentAsync();
        Assert.Equal(["#key-name", "#import", "#expires"], page.QuerySelectorAll(".problems a").Select(link => new Uri(link.GetAttribute("href")!, UriKind.RelativeOrAbsolute).OriginalString).Select(address => address[address.IndexOf('#', StringComparison.Ordinal)..]));
        Assert.Null(page.QuerySelector(".secret"));
    }

    private async Task<HttpStatusCode> StatusAsync(string key)
    {
        using var answer = await desk.Server.WithKeyAsync(key, "/api/v1/runs");
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> RevokeAsync(AngleSharp.Dom.IElement row)
    {
        var form = row.QuerySelector("details form")!;
        using var content = new FormUrlEncodedContent(form.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? "")));
        return await desk.Browser.PostAsync(form.GetAttribute("action"), content, TestContext.Current.CancellationToken);
    }
}

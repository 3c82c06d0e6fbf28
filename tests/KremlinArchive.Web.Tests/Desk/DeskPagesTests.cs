using System.Net;
using System.Text;

namespace KremlinArchive.Web.Tests.Desk;

public sealed class DeskPagesTests(DeskServer desk)
{
    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/runs")]
    [InlineData("/admin/runs/1")]
    [InlineData("/admin/quarantine")]
    [InlineData("/admin/quarantine?state=resolved")]
    [InlineData("/admin/quarantine?state=dismissed")]
    [InlineData("/admin/index")]
    [InlineData("/admin/keys")]
    [InlineData("/admin/audit")]
    [InlineData("/admin/searches")]
    [InlineData("/admin/fetch")]
    [InlineData("/admin/watch")]
    [InlineData("/admin/coverage")]
    [InlineData("/admin/coverage?lang=en&period=2020-08")]
    [InlineData("/admin/records")]
    [InlineData("/admin/records/ru/events/67315")]
    [InlineData("/admin/records/captures/1")]
    public async Task APageOfTheDeskIsForAdminsAndWholeWithoutScript(string address)
    {
        using var stranger = await desk.Server.Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
        Assert.StartsWith("/admin/sign-in", stranger.Headers.Location!.OriginalString, StringComparison.Ordinal);

        var page = await desk.PageAsync(address);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotNull(page.QuerySelector(".desk [aria-current=page]"));
        Assert.Equal("админ", page.QuerySelector(".desk form span")!.TextContent);
        Assert.DoesNotContain(page.All, element => element.HasAttribute("style"));
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style"));
        // A lost circuit is told here: what the page shows stands still.
        Assert.False(page.QuerySelector("#components-reconnect-modal")!.ClassList.Contains("quiet"));
    }

    [Theory]
    [InlineData("/admin/runs/999999")]
    [InlineData("/admin/runs/waiting/0123456789abcdef0123456789abcdef")]
    [InlineData("/admin/quarantine/999999")]
    [InlineData("/admin/quarantine/999999/source")]
    [InlineData("/admin/preview/0123456789abcdef0123456789abcdef")]
    [InlineData("/admin/records/ru/events/999999998")]
    [InlineData("/admin/records/ru/nothing/1")]
    [InlineData("/admin/records/captures/999999")]
    [InlineData("/admin/records/captures/999999/source")]
    public Task WhatIsNotThereIsNotFound(string address) => desk.PageAsync(address, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/admin/runs?before=nonsense")]
    [InlineData("/admin/runs/1?outcome=nonsense&after=nonsense")]
    [InlineData("/admin/quarantine?before=1.2.3&state=nonsense")]
    [InlineData("/admin?problem=nonsense")]
    [InlineData("/admin/audit?action=nonsense&by=nobody&before=nonsense")]
    [InlineData("/admin/searches?days=nonsense")]
    [InlineData("/admin/fetch?problem=nonsense")]
    [InlineData("/admin/coverage?lang=xx&period=0001&after=a.b.c&problem=x")]
    [InlineData("/admin/coverage?period=2024-13")]
    [InlineData("/admin/records?before=nonsense")]
    [InlineData("/admin/records/ru/events/67315?after=nonsense&done=nonsense")]
    public Task NonsenseInAnAddressIsPassedOver(string address) => desk.PageAsync(address);

    [Theory]
    [InlineData("/admin/index/rebuild")]
    [InlineData("/admin/quarantine/retry")]
    [InlineData("/admin/quarantine/1/retry")]
    [InlineData("/admin/quarantine/1/dismiss")]
    [InlineData("/admin/quarantine/1/reopen")]
    [InlineData("/admin/preview/0123456789abcdef0123456789abcdef/import")]
    [InlineData("/admin/preview/0123456789abcdef0123456789abcdef/drop")]
    [InlineData("/admin/runs/1/cancel")]
    [InlineData("/admin/fetch/1/resume")]
    [InlineData("/admin/fetch/1/abandon")]
    [InlineData("/admin/coverage/fetch")]
    [InlineData("/admin/watch/look")]
    public async Task NothingIsDoneWithoutTheTokenOfAPage(string address)
    {
        using var refused = await desk.Browser.PostAsync(address, null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task AnUnreadablePageIsShownAsTextThatDoesNothing()
    {
        var (entry, id) = await QuarantineAsync("<script>alert('чужое')</script>\n<h1>Не страница</h1> ");
        Assert.Empty(entry.QuerySelectorAll("pre script, pre h1"));
        Assert.Equal("<script>alert('чужое')</script>", entry.QuerySelector("pre .line")!.TextContent);
        Assert.NotEmpty(entry.QuerySelector(".verdict")!.TextContent);

        using var source = await desk.Browser.GetAsync($"/admin/quarantine/{id}/source", TestContext.Current.CancellationToken);
        Assert.Equal("text/plain", source.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", source.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", Assert.Single(source.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(["nosniff"], source.Headers.GetValues("X-Content-Type-Options"));
        Assert.StartsWith("<script>", await source.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARetryIsARunAndWhatFailsAgainWaitsAgain()
    {
        var (_, id) = await QuarantineAsync("Ничего похожего на документ.");
        using var retried = await PressAsync($"/admin/quarantine/{id}", $"/admin/quarantine/{id}/retry");
        var run = await desk.RunAsync(retried);
        Assert.Contains(id, run.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await desk.PageAsync($"/admin/quarantine/{id}")).QuerySelector("form[action$=retry]"));
    }

    [Fact]
    public async Task AllThatWaitsIsReadAgainFromTheList()
    {
        await QuarantineAsync("И это не документ.");
        using var retried = await PressAsync("/admin/quarantine", "/admin/quarantine/retry");
        var run = await desk.RunAsync(retried);
        Assert.NotEmpty(run.QuerySelectorAll("#outcomes tbody tr"));
    }

    [Fact]
    public async Task AnEntryIsDismissedWithANoteAndPutBack()
    {
        var (_, id) = await QuarantineAsync("Страница проверки, и только.");
        using var refused = await PressAsync($"/admin/quarantine/{id}", $"/admin/quarantine/{id}/dismiss", ("note", "  "));
        Assert.NotNull((await desk.PageAsync(refused.Headers.Location!.OriginalString.Split('#')[0])).QuerySelector("#note-problem"));

        using var dismissed = await PressAsync($"/admin/quarantine/{id}", $"/admin/quarantine/{id}/dismiss", ("note", "Проверка <b>связи</b>"));
        var entry = await desk.PageAsync(dismissed.Headers.Location!.OriginalString);
        Assert.Equal("Проверка <b>связи</b>", entry.QuerySelector("blockquote")!.TextContent);
        Assert.Contains("админ", entry.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(id, (await desk.PageAsync("/admin/quarantine?state=dismissed")).QuerySelectorAll("td a").Select(link => link.GetAttribute("href")!.Split('/')[^1]));

        using var reopened = await PressAsync($"/admin/quarantine/{id}", $"/admin/quarantine/{id}/reopen");
        Assert.NotNull((await desk.PageAsync(reopened.Headers.Location!.OriginalString)).QuerySelector("form[action$=retry]"));
    }

    [Fact]
    public async Task ARunListsItsPagesByOutcome()
    {
        using var answer = await desk.UploadAsync(("one.html", "мусор один"u8.ToArray()), ("two.jpg", [1]));
        var run = await desk.RunAsync(answer);
        var skipped = await desk.PageAsync(run.QuerySelector(".filter a[href*='outcome=skipped']")!.GetAttribute("href")!);
        Assert.Equal("two.jpg", Assert.Single(skipped.QuerySelectorAll("#outcomes tbody tr")).FirstElementChild!.TextContent);
    }

    [Fact]
    public async Task TheIndexIsRebuiltFromItsPage()
    {
        using var answer = await PressAsync("/admin/index", "/admin/index/rebuild");
        Assert.Equal("/admin/index", answer.Headers.Location!.OriginalString);
        await desk.EventuallyAsync("/admin/index?ui=en", page => page.QuerySelector("[role=status]")!.TextContent.Contains("up to date", StringComparison.Ordinal));
        Assert.Contains("The index was rebuilt", desk.Server.Log, StringComparison.Ordinal);
        Assert.Equal(1, (await desk.Server.JsonAsync("/api/v1/search?q=Байден")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task ReadersPagesKnowNothingOfTheDesk()
    {
        var page = await desk.PageAsync("/");
        Assert.Null(page.QuerySelector("a[href^='/admin']"));
        Assert.True(page.QuerySelector("#components-reconnect-modal")!.ClassList.Contains("quiet"));
    }

    /// <summary>Uploads something unreadable.</summary>
    /// <returns>Its page in quarantine, and its number there.</returns>
    private async Task<(AngleSharp.Dom.IDocument Page, string Id)> QuarantineAsync(string text)
    {
        var name = $"{Guid.NewGuid():N}.html";
        using var answer = await desk.UploadAsync((name, Encoding.UTF8.GetBytes(text)));
        await desk.RunAsync(answer);
        var link = (await desk.PageAsync("/admin/quarantine")).QuerySelectorAll("td a").Single(link => link.TextContent == name);
        var address = link.GetAttribute("href")!;
        return (await desk.PageAsync(address), address.Split('/')[^1]);
    }

    /// <summary>Sends a form of a page.</summary>
    private async Task<HttpResponseMessage> PressAsync(string address, string action, params (string Name, string Value)[] typed)
    {
        var form = (await desk.PageAsync(address)).QuerySelector($"form[action='{action}']")!;
        using var content = new FormUrlEncodedContent(form.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Concat(typed.Select(box => KeyValuePair.Create(box.Name, box.Value))));
        return await desk.Browser.PostAsync(action, content, TestContext.Current.CancellationToken);
    }
}

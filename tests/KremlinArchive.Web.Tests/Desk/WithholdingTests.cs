using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Desk;

public sealed class WithholdingTests(DeskServer desk)
{
    private const string Reason = "Просьба того,\nо ком речь.";

    [Fact]
    public async Task AWithheldDocumentIsATombstoneForEverybodyUntilItIsReleased()
    {
        const string Id = "ru/events/900000701";
        await ImportAsync(Id, "Вымышленная беседа о подснежниках.");
        await ImportAsync(Id, "Вымышленная беседа о первоцветах.");
        var before = await TagAsync($"/{Id}?ui=en");

        using (var refused = await desk.Browser.SubmitAsync($"/admin/records/{Id}", ("reason", " ab ")))
        {
            var form = await refused.DocumentAsync();
            Assert.Equal(" ab ", form.QuerySelector("#reason")!.TextContent);
            Assert.Contains(form.QuerySelector("#reason-problem")!.Id!, form.QuerySelector("#reason")!.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        }

        await SubmitAsync($"/admin/records/{Id}", Reason, "withheld");
        // Pressed twice, or on a page that was opened before: it does not do the opposite.
        using (var again = await desk.Browser.SubmitAsync($"/admin/records/{Id}", ("reason", Reason), ("act", "withhold")))
            Assert.NotNull((await again.DocumentAsync()).QuerySelector("#reason-problem"));
        foreach (var address in (string[])[$"/{Id}?ui=en", $"/{Id}/versions", $"/{Id}/versions/1", $"/{Id}/versions/1..2"])
        {
            var page = await desk.Server.PageAsync(address, HttpStatusCode.Gone);
            Assert.Equal(Reason, page.QuerySelector(".tombstone .reason")!.TextContent);
            Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
            Assert.DoesNotContain("цветах", page.DocumentElement.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Gone, (await desk.Server.AskAsync($"/{Id}?ui=en", ("If-None-Match", before))).StatusCode);
        foreach (var address in (string[])["", "/text", "/versions", "/versions/1", "/versions/1..2", "/captures"])
        {
            var problem = await ProblemAsync($"/api/v1/records/{Id}{address}");
            Assert.Equal(Reason, problem.GetProperty("reason").GetString());
            Assert.True(problem.GetProperty("withheld_at").TryGetDateTimeOffset(out _));
        }

        var edit = (await desk.Server.JsonAsync("/api/v1/changes?show=edits&size=1000")).GetProperty("changes").EnumerateArray().Single(change => change.GetProperty("id").GetString() == Id);
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (edit.GetProperty("title").ValueKind, edit.GetProperty("compare").ValueKind));
        foreach (var address in (string[])["/changes", "/changes/feed"])
            Assert.DoesNotContain($"Встреча о цветах {Id}", await desk.Server.Http.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await desk.Server.EventuallyAsync("/api/v1/search?q=первоцветы&rescue=off", answer => answer.GetProperty("total").GetInt32() == 0);
        Assert.Contains((await desk.PageAsync("/admin/records")).QuerySelectorAll("td.what a"), link => link.GetAttribute("href") == $"/admin/records/{Id}");

        await SubmitAsync($"/admin/records/{Id}", "Договорились.", "released");
        Assert.Contains("первоцветах", (await desk.Server.PageAsync($"/{Id}")).Body!.TextContent, StringComparison.Ordinal);
        await desk.Server.EventuallyAsync("/api/v1/search?q=первоцветы&rescue=off", answer => answer.GetProperty("total").GetInt32() == 1);
    }

    [Fact]
    public async Task ACaptureIsHandedOverAsItCameUnlessItIsWithheld()
    {
        const string Id = "ru/events/900000702";
        await ImportAsync(Id, "Вымышленная беседа о <b>ландышах</b>.");
        await ImportAsync(Id, "Вымышленная беседа о незабудках.");
        var list = await desk.Server.JsonAsync($"/api/v1/records/{Id}/captures?size=1");
        Assert.Equal((Id, 2), (list.GetProperty("id").GetString(), list.GetProperty("total").GetInt32()));
        var capture = Assert.Single(list.GetProperty("captures").EnumerateArray());
        var number = capture.GetProperty("number").GetInt64();
        Assert.Equal(("upload", 1, false), (capture.GetProperty("way").GetString(), capture.GetProperty("version").GetInt32(), capture.GetProperty("withheld").GetBoolean()));
        Assert.DoesNotContain('/', capture.GetProperty("source").GetString()!);
        Assert.Equal(2, (await desk.Server.JsonAsync($"/api/v1/records/{Id}/captures?after={number}")).GetProperty("captures")[0].GetProperty("version").GetInt32());

        using (var source = await desk.Server.AskAsync($"/api/v1/captures/{number}/source"))
        {
            Assert.Equal(("text/plain", "attachment"), (source.Content.Headers.ContentType!.MediaType, source.Content.Headers.ContentDisposition!.DispositionType));
            Assert.Contains("sandbox", Assert.Single(source.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal($"\"{capture.GetProperty("sha256").GetString()}\"", source.Headers.ETag!.ToString());
            Assert.Contains("<b>ландышах</b>", await source.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            using var again = await desk.Server.AskAsync($"/api/v1/captures/{number}/source", ("If-None-Match", source.Headers.ETag.ToString()));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }

        var page = await desk.PageAsync($"/admin/records/captures/{number}");
        Assert.Empty(page.QuerySelectorAll("pre b"));
        Assert.Contains("<b>ландышах</b>", page.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        await SubmitAsync($"/admin/records/captures/{number}", Reason, "withheld");
        Assert.Equal(Reason, (await ProblemAsync($"/api/v1/captures/{number}/source")).GetProperty("reason").GetString());
        Assert.True((await desk.Server.JsonAsync($"/api/v1/records/{Id}/captures")).GetProperty("captures")[0].GetProperty("withheld").GetBoolean());
        Assert.Equal([true, false], (await desk.Server.JsonAsync($"/api/v1/records/{Id}/versions")).GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("withheld").GetBoolean()));
        await ProblemAsync($"/api/v1/records/{Id}/versions/1");
        var versions = await desk.Server.PageAsync($"/{Id}/versions?ui=en");
        Assert.Equal("Version 1 withheld", Words(versions.QuerySelector("#v1 h2")!));
        Assert.Equal($"/{Id}/versions/1", versions.QuerySelector("#v1 h2 a")!.GetAttribute("href"));
        Assert.Null(versions.QuerySelector("#v1 li a, #v2 li a"));
        await desk.Server.PageAsync($"/{Id}", HttpStatusCode.OK);
        using (var kept = await desk.Browser.GetAsync($"/admin/records/captures/{number}/source", TestContext.Current.CancellationToken))
            Assert.Contains("ландышах", await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await SubmitAsync($"/admin/records/captures/{number}", "Договорились.", "released");
        await desk.Server.PageAsync($"/{Id}/versions/1..2");
    }

    [Theory]
    [InlineData("/api/v1/captures/999999/source", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/captures/x/source", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/records/ru/events/999999998/captures", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/records/ru/events/67315/captures?size=0", HttpStatusCode.BadRequest)]
    public async Task WhatCannotBeAnsweredIsAProblem(string address, HttpStatusCode status)
    {
        using var answer = await desk.Server.AskAsync(address);
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData(" ru/events/67315 ")]
    [InlineData("http://www.kremlin.ru/events/president/news/67315")]
    [InlineData("https://archive.example/ru/events/67315/versions?ui=en")]
    public async Task ADocumentIsFoundByWhatIsPastedIn(string text)
    {
        using var answer = await desk.Browser.GetAsync($"/admin/records?q={Uri.EscapeDataString(text)}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/admin/records/ru/events/67315", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("о погоде", "This is neither")]
    [InlineData("ru/events/999999998", "ru/events/999999998")]
    public async Task WhatIsNotFoundStaysInTheBox(string text, string problem)
    {
        var page = await desk.PageAsync($"/admin/records?ui=en&q={Uri.EscapeDataString(text)}");
        Assert.Equal(text, page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Contains(problem, page.QuerySelector("#q-problem")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Uploads a copy of an invented document.</summary>
    private async Task ImportAsync(string id, string text)
    {
        var copy = $"Встреча о цветах {id}\n\n2024-10-17 15:20:00\n\nМосква\n\n{text}\n\nhttp://kremlin.ru/events/president/news/{id.Split('/')[2]}\n";
        using var answer = await desk.UploadAsync(($"{Guid.NewGuid():N}.txt", Encoding.UTF8.GetBytes(copy)));
        await desk.RunAsync(answer);
    }

    private async Task SubmitAsync(string page, string reason, string done)
    {
        using var answer = await desk.Browser.SubmitAsync(page, ("reason", reason));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith($"{page}?done={done}", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.NotNull((await desk.PageAsync(answer.Headers.Location.OriginalString)).QuerySelector("[role=status]"));
    }

    private async Task<JsonElement> ProblemAsync(string address)
    {
        using var answer = await desk.Server.AskAsync(address);
        Assert.Equal((HttpStatusCode.Gone, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    private async Task<string> TagAsync(string address)
    {
        using var answer = await desk.Server.AskAsync(address);
        return answer.Headers.ETag!.ToString();
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

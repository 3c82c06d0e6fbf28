using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Desk.Uploads;

public sealed class UploadTests(DeskServer desk)
{
    [Fact]
    public async Task AFileOfThePlainFormIsImportedAndFound()
    {
        using var answer = await desk.UploadAsync(("новость.txt", TextCopy(910_000_001, "Плавучий маяк")));
        var page = await desk.RunAsync(answer);
        Assert.Equal("новость.txt", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("админ", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/ru/events/910000001", page.QuerySelector("#outcomes td a")!.GetAttribute("href"));
        await desk.Server.EventuallyAsync("/api/v1/search?q=плавучий", found => found.GetProperty("total").GetInt32() == 1);
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task SeveralFilesAreOneRunUnderTheLastPartOfTheirNames()
    {
        using var answer = await desk.UploadAsync(
            ("../../../a.txt", TextCopy(910_000_002, "Первая")), ("C:\\folder\\b.txt", TextCopy(910_000_003, "Вторая")), ("b.txt", TextCopy(910_000_004, "Третья")), ("photo.jpg", [1, 2, 3]));
        var page = await desk.RunAsync(answer);
        Assert.Equal(["a.txt", "b.txt", "b.txt", "photo.jpg"], page.QuerySelectorAll("#outcomes tbody tr td:first-child").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task AnUploadThatIsTriedOutIsShownFieldByFieldAndImportedOnlyThen()
    {
        var preview = await TryAsync(("проба.txt", TextCopy(910_000_031, "Проба <i>пера</i>")), ("bad.html", "<p>мусор"u8.ToArray()));
        var page = await desk.PageAsync(preview);
        Assert.Equal(["added", "quarantined"], page.QuerySelectorAll("[data-outcome]").Select(outcome => outcome.GetAttribute("data-outcome")));
        Assert.Equal("Проба <i>пера</i>", page.QuerySelector(".previewed dd")!.TextContent.Trim());
        await desk.PageAsync("/ru/events/910000031", HttpStatusCode.NotFound);

        using var imported = await PressAsync(page, preview + "/import");
        Assert.Equal("/ru/events/910000031", (await desk.RunAsync(imported)).QuerySelector("#outcomes td a")!.GetAttribute("href"));
        await desk.PageAsync(preview, HttpStatusCode.NotFound);
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task AnUploadThatIsTriedOutAndDroppedLeavesNothing()
    {
        var preview = await TryAsync(("проба.txt", TextCopy(910_000_032, "Не нужно")));
        using var dropped = await PressAsync(await desk.PageAsync(preview), preview + "/drop");
        Assert.Equal("/admin", dropped.Headers.Location!.OriginalString);
        await desk.PageAsync(preview, HttpStatusCode.NotFound);
        await desk.PageAsync("/ru/events/910000032", HttpStatusCode.NotFound);
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task TheScriptIsToldWhereTheRunIs()
    {
        using var form = await desk.FormAsync();
        form.Add(new ByteArrayContent(TextCopy(910_000_005, "Для сценария")), "files", "c.txt");
        using var answer = await SendAsync(form, asScript: true);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("/admin/runs/", (await JsonAsync(answer)).GetProperty("address").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsTooLargeIsRefusedBeforeItComes()
    {
        using var early = await desk.UploadAsync(("large.html", new byte[3 * 1024 * 1024]));
        Assert.Equal("/admin?problem=too-large", early.Headers.Location!.OriginalString);
        Assert.Contains("1 МБ", (await desk.PageAsync("/admin?problem=too-large&ui=ru")).QuerySelector("upload-box [role=status]")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        await NothingIsLeftAsync();
    }

    [Theory]
    [InlineData(1_500_000)]
    [InlineData(4_000_000)]
    public async Task WhatTurnsOutTooLargeIsRefusedOnItsWay(int size)
    {
        using var form = await desk.FormAsync();
        form.Add(new ByteArrayContent(new byte[size]), "files", "large.html");
        using var answer = await SendAsync(form, asScript: true, isChunked: true);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.NotEmpty((await JsonAsync(answer)).GetProperty("problem").GetString()!);
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task WithoutATokenNothingIsTaken()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(TextCopy(910_000_006, "Чужая")), "files", "d.txt" } };
        using var plain = await SendAsync(form, asScript: false);
        Assert.Equal(HttpStatusCode.BadRequest, plain.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Server.Http.GetAsync("/ru/events/910000006", TestContext.Current.CancellationToken)).StatusCode);
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task ATokenAfterTheFilesOrAWrongOneIsNone()
    {
        using var late = new MultipartFormDataContent { { new ByteArrayContent([1]), "files", "e.txt" } };
        using (var token = await desk.FormAsync())
            late.Add(new StringContent(await token.First().ReadAsStringAsync(TestContext.Current.CancellationToken)), "__RequestVerificationToken");
        using var wrong = new MultipartFormDataContent { { new StringContent("CfDJ8wrong"), "__RequestVerificationToken" }, { new ByteArrayContent([1]), "files", "e.txt" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(late, asScript: true)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(wrong, asScript: true)).StatusCode);
    }

    [Fact]
    public async Task WhoIsNotSignedInSendsNothing()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "files", "f.txt" } };
        using var answer = await desk.Server.Http.PostAsync("/admin/import", form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task AFormWithoutFilesIsToldSo()
    {
        using var nothing = await desk.FormAsync();
        using var empty = await SendAsync(nothing, asScript: false);
        Assert.Equal("/admin?problem=no-file", empty.Headers.Location!.OriginalString);
        using var other = await SendAsync(new StringContent("files=1", Encoding.UTF8, "application/x-www-form-urlencoded"), asScript: false);
        Assert.Equal("/admin?problem=no-form", other.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task AnUploadThatIsCutOffLeavesNothing()
    {
        var (cookies, token) = await SessionAsync();
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        form.Add(new ByteArrayContent(TextCopy(910_000_007, "Оборванная")), "files", "g.txt");
        var whole = await form.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using (var line = new TcpClient())
        {
            await line.ConnectAsync(IPAddress.Loopback, desk.Server.Http.BaseAddress!.Port, TestContext.Current.CancellationToken);
            await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /admin/import HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\nContent-Type: {form.Headers.ContentType}\r\nContent-Length: {whole.Length}\r\n\r\n"), TestContext.Current.CancellationToken);
            await line.GetStream().WriteAsync(whole.AsMemory(0, whole.Length - 150), TestContext.Current.CancellationToken);
            await EventuallyAsync(() => LeftOver().Length > 0);
        }

        await NothingIsLeftAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Server.Http.GetAsync("/ru/events/910000007", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task AnArchiveThatUnpacksToTooMuchIsQuarantinedAndTheServerLives()
    {
        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var zeros = zip.CreateEntry("zeros.html", CompressionLevel.SmallestSize).Open();
            for (var megabyte = 0; megabyte < 200; megabyte++)
                zeros.Write(new byte[1024 * 1024]);
        }

        using var answer = await desk.UploadAsync(("bomb.zip", bomb.ToArray()), ("after.txt", TextCopy(910_000_008, "После бомбы")));
        var page = await desk.RunAsync(answer);
        Assert.Contains("bomb.zip", page.QuerySelector("#outcomes tbody")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#outcomes a[href='/ru/events/910000008']"));
        await desk.PageAsync("/admin");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpContent form, bool asScript, bool isChunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/import") { Content = form };
        request.Headers.TransferEncodingChunked = isChunked ? true : null;
        if (asScript)
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await desk.Browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    /// <summary>The cookies and the token of a session, for a line that is written by hand.</summary>
    private async Task<(string Cookies, string Token)> SessionAsync()
    {
        var jar = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = desk.Server.Http.BaseAddress };
        using var entered = await browser.SignInAsync(AnAdmin.Name, AnAdmin.Password);
        using var page = await browser.GetAsync("/admin", TestContext.Current.CancellationToken);
        return (jar.GetCookieHeader(browser.BaseAddress!), (await page.DocumentAsync()).QuerySelector("form[enctype] input[type=hidden]")!.GetAttribute("value")!);
    }

    private string[] LeftOver() => Directory.Exists(desk.Uploads) ? Directory.GetFileSystemEntries(desk.Uploads) : [];

    private Task NothingIsLeftAsync() => EventuallyAsync(() => LeftOver().Length == 0);

    private static async Task EventuallyAsync(Func<bool> holds)
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); !holds(); await Task.Delay(50, TestContext.Current.CancellationToken))
            Assert.True(DateTime.UtcNow < until);
    }

    private static byte[] TextCopy(int number, string title) => Encoding.UTF8.GetBytes(
        $"{title}\n\n\n2024-01-02 10:00:00\n\n{title}: текст.\n\n\n\nhttp://kremlin.ru/events/president/news/copy/{number}");

    private async Task<string> TryAsync(params (string Name, byte[] Bytes)[] files)
    {
        using var form = await desk.FormAsync();
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "files", name);
        using var answer = await desk.Browser.PostAsync("/admin/import?try", form, TestContext.Current.CancellationToken);
        var address = answer.Headers.Location!.OriginalString;
        await desk.EventuallyAsync(address, page => page.QuerySelector(".verdict") is not null);
        return address;
    }

    private async Task<HttpResponseMessage> PressAsync(AngleSharp.Dom.IDocument page, string action)
    {
        using var content = new FormUrlEncodedContent(page.QuerySelectorAll($"form[action='{action}'] input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? "")));
        return await desk.Browser.PostAsync(action, content, TestContext.Current.CancellationToken);
    }
}

using System.Net;
using AngleSharp.Dom;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

public sealed class ReadingJourneyTests(SampleServer samples)
{
    private readonly RunningServer server = samples.Server;

    [Fact]
    public async Task AnAnalystFindsFiltersAndReadsWithoutJavaScript()
    {
        var first = await server.PageAsync("/?ui=ru");
        var form = first.QuerySelector("form[role=search]")!;
        Assert.Equal("get", form.GetAttribute("method"));
        Assert.Equal("сначала новые", first.QuerySelector("nav b[aria-current]")!.TextContent);

        var found = await server.PageAsync("/?q=маяк&from=2024-10-01&to=2024-12-31&sort=oldest&ui=ru");
        var kinds = found.QuerySelectorAll(".facets a").Single(link => link.TextContent.Trim() == "встреча");
        var narrowed = await server.PageAsync(kinds.GetAttribute("href")!);
        var hit = Assert.Single(narrowed.QuerySelectorAll("article h2 a"));
        Assert.Contains("Николаем Штилем", hit.TextContent, StringComparison.Ordinal);
        Assert.Contains(narrowed.QuerySelectorAll("a[aria-label]"), link => link.GetAttribute("aria-label") == "Убрать условие: вид: встреча");

        var record = await server.PageAsync(hit.GetAttribute("href")!);
        Assert.Equal("Встреча с Президентом Примореи Николаем Штилем", record.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains(record.QuerySelectorAll("mark"), mark => mark.TextContent.StartsWith("маяк", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Сегодня мы поговорим о маяках. Их у нас двести шестнадцать, и не более чем десять работают на старых лампах.", Text(record.QuerySelector("#p3 p")!));
        Assert.Equal(["В.Берегов", "А.Лучинская", "В.Берегов", "Н.Штиль", "Вопрос", "В.Берегов"], record.QuerySelectorAll("h2.speaker").Select(Text));
    }

    [Fact]
    public async Task TheTranslationIsALinkAndReadsInItsLanguage()
    {
        var record = await server.PageAsync("/ru/events/900000001?ui=ru");
        var link = record.QuerySelector("aside a[hreflang=en]")!;
        var translation = await server.PageAsync(link.GetAttribute("href")! + "?ui=en");
        Assert.Equal("en", translation.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", translation.QuerySelector("article")!.GetAttribute("lang"));
        Assert.Contains("An invented sample", translation.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSeedNamesItsSourceAndLicence()
    {
        var record = await server.PageAsync("/ru/events/67315?ui=ru");
        Assert.Contains(record.QuerySelectorAll("aside a"), link => link.GetAttribute("href") == "http://kremlin.ru/events/president/news/67315");
        Assert.Contains("CC BY 4.0", record.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2021-12-07T20:15:00+03:00", record.QuerySelector("article header time")!.GetAttribute("datetime"));
        Assert.Contains("7 декабря 2021, 20:15", record.QuerySelector("article header time")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/ru/events/67315#p2", record.QuerySelector("#p2 a.number")!.GetAttribute("href"));
    }

    [Fact]
    public async Task AHitCarriesItsSearchAndTheRecordLeadsBackToTheHit()
    {
        var results = await server.PageAsync("/?q=маяк&kind=meeting&from=2024-10&sort=oldest&ui=ru");
        var hit = results.QuerySelector(".hits ol > li")!;
        var record = await server.PageAsync(hit.QuerySelector("h2 a")!.GetAttribute("href")!);
        var back = Assert.Single(record.QuerySelectorAll(".tools a.back").Select(link => link.GetAttribute("href")));
        Assert.Equal("/?q=%D0%BC%D0%B0%D1%8F%D0%BA&from=2024-10&kind=meeting&sort=oldest#" + hit.Id, back);
        Assert.Equal(back, record.QuerySelector("hit-bar a.back")!.GetAttribute("href"));
        Assert.Equal(Text(hit), Text((await server.PageAsync(back!)).GetElementById(hit.Id!)!));
    }

    [Fact]
    public async Task TheHitBarCountsAndLeadsWithoutAScript()
    {
        var record = await server.PageAsync("/ru/events/900000001?q=маяк&ui=ru");
        var bar = record.QuerySelector("hit-bar")!;
        Assert.StartsWith($"{record.QuerySelectorAll("article mark").Length} совпадени", Text(bar.QuerySelector("[role=status]")!), StringComparison.Ordinal);
        var passages = bar.QuerySelectorAll(".plain a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.NotEmpty(passages);
        Assert.All(passages, link =>
        {
            Assert.StartsWith("/ru/events/900000001?q=%D0%BC%D0%B0%D1%8F%D0%BA&ui=ru#p", link, StringComparison.OrdinalIgnoreCase);
            Assert.NotNull(record.QuerySelector($"{link[link.IndexOf('#', StringComparison.Ordinal)..]} mark"));
        });
    }

    [Theory]
    [InlineData("/ru/events/900000001")]
    [InlineData("/ru/events/900000001?q=паровоз")]
    [InlineData("/ru/events/900000001?kind=meeting")]
    public async Task WithoutAMatchThereIsNoHitBar(string address) => Assert.Null((await server.PageAsync(address)).QuerySelector("hit-bar"));

    [Theory]
    [InlineData("?q=маяк&back=//evil.example&url=https://evil.example")]
    [InlineData("?q=//evil.example&kind=javascript:alert(1)")]
    [InlineData("?q=маяк&from=https://evil.example&page=0&sort=//evil.example")]
    public async Task TheWayBackLeadsToTheSearchAndNowhereElse(string query)
    {
        var links = (await server.PageAsync("/ru/events/900000001" + query)).QuerySelectorAll("a.back").Select(link => link.GetAttribute("href")!).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.StartsWith("/?q=", link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARecordIsCitedInItsOwnLanguageWithItsWholeAddress()
    {
        var citation = (await server.PageAsync("/ru/events/67315?q=Байден&ui=en")).QuerySelector("copy-text p")!;
        Assert.Equal("ru", citation.GetAttribute("lang"));
        Assert.Contains("// Президент России: официальный сайт. 7 декабря 2021, 20:15.", citation.TextContent, StringComparison.Ordinal);
        Assert.EndsWith($": {server.Http.BaseAddress}ru/events/67315", citation.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARecordIsDownloadedAsPlainText()
    {
        var link = (await server.PageAsync("/ru/events/900000001")).QuerySelector("aside a[download$='.txt']")!;
        using var response = await server.Http.GetAsync(link.GetAttribute("href"), TestContext.Current.CancellationToken);
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\n\n");
        Assert.Equal("Встреча с Президентом Примореи Николаем Штилем", lines[0]);
        Assert.Contains("В.Берегов: Добрый день, уважаемые коллеги!", lines);
        Assert.Contains("Сегодня мы поговорим о маяках. Их у нас двести шестнадцать, и не более чем десять работают на старых лампах.", lines);
        Assert.StartsWith("Вымышленный образец", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlainTextOfWhatIsNotThereIsAProblem()
    {
        using var response = await server.Http.GetAsync("/api/v1/records/ru/events/1/text", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task ThePlainTextIsDescribed()
    {
        var answers = (await server.JsonAsync("/openapi/v1.json")).GetProperty("paths").GetProperty("/api/v1/records/{lang}/{collection}/{number}/text").GetProperty("get").GetProperty("responses");
        Assert.True(answers.GetProperty("200").GetProperty("content").TryGetProperty("text/plain", out _), answers.ToString());
    }

    [Fact]
    public async Task TheContentsOfALongTranscriptLeadToItsTurns()
    {
        using var directory = new TempDirectory();
        InventedTranscript.Write(directory);
        await BuiltProgram.RunAsync(BuiltProgram.Cli("import", directory.At("pages"), "--data", directory.At("archive")));
        await using var archive = await RunningServer.StartAsync(directory.At("archive"), "--Archive:Samples", "false");

        var page = await archive.PageAsync(InventedTranscript.Address + "?q=маяк&ui=ru");
        var entries = page.QuerySelectorAll("turn-contents ol a");
        Assert.InRange(entries.Length, InventedTranscript.Turns - 30, InventedTranscript.Turns - 10);
        Assert.All(entries, entry =>
        {
            var turn = page.QuerySelector(entry.GetAttribute("href")![entry.GetAttribute("href")!.IndexOf('#', StringComparison.Ordinal)..])!.Closest("section")!;
            Assert.Equal(Text(entry.QuerySelector("b")!), Text(turn.QuerySelector("h2")!));
        });
        Assert.Equal("Ведущий", Text(page.QuerySelector("aside table tbody th")!));
        Assert.Contains("реплик", Text(page.QuerySelector("aside summary")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheArchiveHoldsIsLinkedInsideIt()
    {
        var related = (await server.PageAsync("/ru/events/900000001?ui=ru")).QuerySelectorAll("aside li a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Contains("/ru/events/900000002", related);
        Assert.Contains("/ru/supplement/900000006", related);
    }

    [Fact]
    public async Task NeighboursByDateAreLinkedBothWays()
    {
        var record = await server.PageAsync("/ru/events/900000001?ui=en");
        var next = record.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var after = await server.PageAsync(next);
        Assert.Equal("/ru/events/900000001", after.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/?not.place=")]
    [InlineData("/?q=")]
    [InlineData("/ru/events/67315?x=")]
    [InlineData("/ru/events/67315?q=")]
    [InlineData("/?year=0001&year=9999&q=")]
    public async Task ALongAddressMakesNoHugePage(string address)
    {
        var body = await server.Http.GetStringAsync(address + new string('x', 100_000), TestContext.Current.CancellationToken);
        Assert.InRange(body.Length, 1, 2_000_000);
    }

    [Theory]
    [InlineData("/?from=abc", HttpStatusCode.BadRequest)]
    [InlineData("/?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/ru/events/1", HttpStatusCode.NotFound)]
    [InlineData("/ru/events/1234567890", HttpStatusCode.NotFound)]
    [InlineData("/xx/events/1", HttpStatusCode.NotFound)]
    [InlineData("/no/such/page/at/all", HttpStatusCode.NotFound)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    public async Task AWrongAddressIsAPageThatSaysSo(string address, HttpStatusCode status)
    {
        var page = await server.PageAsync(address, status);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotNull(page.QuerySelector("header.masthead"));
    }

    [Theory]
    [InlineData("", null, null, "ru")]
    [InlineData("", "en-US,en;q=0.9,ru;q=0.5", null, "en")]
    [InlineData("", "de-DE,ru;q=0.5", null, "ru")]
    [InlineData("", "en", "ru", "ru")]
    [InlineData("?ui=en", "ru", "ru", "en")]
    [InlineData("?ui=xx", "en", null, "en")]
    public async Task TheInterfaceSpeaksTheLanguageOfTheAddressTheCookieOrTheBrowser(string query, string? accepted, string? cookie, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about" + query);
        if (accepted is not null)
            request.Headers.Add("Accept-Language", accepted);
        if (cookie is not null)
            request.Headers.Add("Cookie", "ui=" + cookie);
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains($"<html lang=\"{expected}\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null, null)]
    [InlineData("?theme=dark", null, "dark")]
    [InlineData("", "light", "light")]
    [InlineData("?theme=system", "light", null)]
    [InlineData("?theme=pink", "dark", "dark")]
    public async Task TheThemeIsTheOneOfTheAddressOrTheCookieAndIsRemembered(string query, string? cookie, string? expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about" + query);
        if (cookie is not null)
            request.Headers.Add("Cookie", "theme=" + cookie);
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.Equal(expected, page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal(query is "?theme=dark" or "?theme=system", response.Headers.TryGetValues("Set-Cookie", out _));
    }

    [Theory]
    [InlineData("/?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/?q=маяк&kind=%22%3E%3Cimg%20src=x%3E")]
    [InlineData("/ru/events/900000001?q=%3Cb%3E")]
    public async Task WhatReadersTypeIsNeverMarkup(string address)
    {
        var page = await server.PageAsync(address);
        Assert.Empty(page.QuerySelectorAll("script:not([src]), img, main b b"));
        Assert.DoesNotContain("<script>alert", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CyrillicGoesOutAsItself()
    {
        var body = await server.Http.GetStringAsync("/ru/events/67315?ui=ru", TestContext.Current.CancellationToken);
        Assert.Contains("Встреча с Президентом США", body, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x4", body, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=маяк")]
    [InlineData("/ru/events/900000001")]
    [InlineData("/about")]
    public async Task EveryPageHasATitleOneHeadingAndItsLanguage(string address)
    {
        foreach (var ui in (string[])["ru", "en"])
        {
            var page = await server.PageAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "ui=" + ui);
            Assert.Equal(ui, page.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.False(string.IsNullOrWhiteSpace(page.Title));
            Assert.Empty(page.QuerySelectorAll("main text"));
            Assert.DoesNotContain(page.QuerySelectorAll("[id]").GroupBy(element => element.Id), group => group.Count() > 1);
        }
    }

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

using AngleSharp.Dom;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

public sealed class SearchPageTests(SampleServer samples)
{
    private readonly RunningServer server = samples.Server;

    [Fact]
    public async Task AFirstVisitTellsWhatThereIs()
    {
        var records = (await server.JsonAsync("/api/v1/status")).GetProperty("records").GetInt64();
        var page = await server.PageAsync("/?ui=en");
        Assert.StartsWith($"{records} documents, ", Text(page.QuerySelector(".holdings")!), StringComparison.Ordinal);
        Assert.Contains("Moscow time", Text(page.QuerySelector(".holdings")!), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("section[aria-labelledby=this-day] li a"));
        Assert.NotEmpty(page.QuerySelectorAll("article h2 a"));
        Assert.Null(page.QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task AnEmptyArchiveSaysSo()
    {
        using var directory = new TempDirectory();
        await using var empty = await RunningServer.StartAsync(directory.Path, "--Archive:Samples", "false");
        var page = await empty.PageAsync("/?ui=en");
        Assert.Contains("holds no documents yet", Text(page.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".holdings"));
    }

    [Fact]
    public async Task SearchesAreNotIndexedAndWhatNarrowsThemIsNotFollowed()
    {
        var page = await server.PageAsync("/?q=маяк&kind=meeting");
        Assert.Equal("noindex, follow", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        var links = page.QuerySelectorAll("main a[href^='/?']");
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains("nofollow", link.GetAttribute("rel") ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryOrderIsALinkAndTheUsualOneNeedsNoParameter()
    {
        var page = await server.PageAsync("/?q=маяк&sort=newest&page=1&ui=ru");
        Assert.Equal("сначала новые", page.QuerySelector(".sort b[aria-current]")!.TextContent);
        Assert.Equal(["по смыслу /?q=маяк", "сначала старые /?q=маяк&sort=oldest"], page.QuerySelectorAll(".sort a").Select(link => $"{link.TextContent} {Uri.UnescapeDataString(link.GetAttribute("href")!)}"));
        Assert.Equal("newest", page.QuerySelector("form[role=search] input[name=sort]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task AHitTellsWhatItMatched()
    {
        var page = await server.PageAsync("/?q=\"Николаем Штилем\"&ui=ru");
        Assert.Contains(page.QuerySelectorAll("article p").Select(Text), line => line.Contains("Николаем Штилем · в заголовке", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AYearShowsItsMonthsAMonthItsDaysAndTheWayBackIsThere()
    {
        var all = await server.PageAsync("/?q=маяк&ui=ru");
        var year = all.QuerySelectorAll(".years .bars a").Last();
        var months = await server.PageAsync(year.GetAttribute("href")! + "&ui=ru");
        Assert.Equal(12, months.QuerySelectorAll(".years .bars a[aria-current]").Length);
        Assert.Equal("Все годы", months.QuerySelector(".years .longer a")!.TextContent);
        var month = months.QuerySelectorAll(".years .bars a").Last(bar => bar.QuerySelector("rect")!.GetAttribute("height") != "0");
        var days = await server.PageAsync(month.GetAttribute("href")! + "&ui=ru");
        Assert.InRange(days.QuerySelectorAll(".years .bars a").Length, 28, 31);
        var back = await server.PageAsync(days.QuerySelector(".years .longer a")!.GetAttribute("href")! + "&ui=ru");
        Assert.Equal(all.QuerySelectorAll(".years .bars a").Select(bar => bar.GetAttribute("aria-label")), back.QuerySelectorAll(".years .bars a").Select(bar => bar.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task WhatIsRuledOutIsAChipThatLetsItInAgain()
    {
        var all = await server.PageAsync("/?q=маяк&ui=ru");
        var except = all.QuerySelector(".lists a.except")!;
        var narrowed = await server.PageAsync(except.GetAttribute("href")! + "&ui=ru");
        var chip = narrowed.QuerySelector(".summary a.chip")!;
        Assert.StartsWith("кроме: ", Text(chip), StringComparison.Ordinal);
        Assert.Equal("/?q=маяк", Uri.UnescapeDataString(chip.GetAttribute("href")!));
        Assert.NotEqual(Text(all.QuerySelector(".summary [role=status]")!).Split('·')[0], Text(narrowed.QuerySelector(".summary [role=status]")!).Split('·')[0]);
    }

    [Fact]
    public async Task NothingFoundTellsWhatEachPartFindsAndWhatToChange()
    {
        var page = await server.PageAsync("/?q=маяк+небывалый&kind=decree&ui=ru");
        var lines = page.QuerySelectorAll("main section li").Select(Text).ToList();
        Assert.Contains("вид: указ", lines);
        Assert.Contains("небывалый 0 документов", lines);
    }

    [Fact]
    public async Task AQueryThatFindsNothingIsReadAnewAndCanBeTakenBack()
    {
        var page = await server.PageAsync("/?q=vfzr&ui=ru");
        Assert.StartsWith("По запросу «vfzr» ничего не нашлось. Показано в другой раскладке: маяк", Text(page.QuerySelector(".rescue")!), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("article"));
        Assert.Equal("vfzr", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Contains("q=%D0%BC%D0%B0%D1%8F%D0%BA", page.QuerySelector("article h2 a")!.GetAttribute("href")!, StringComparison.OrdinalIgnoreCase);
        var plain = await server.PageAsync(page.QuerySelector(".rescue a")!.GetAttribute("href")! + "&ui=ru");
        Assert.Empty(plain.QuerySelectorAll("article"));
        Assert.Null(plain.QuerySelector(".rescue"));
    }

    [Fact]
    public async Task PartsOfAQueryAreChipsThatTakeThemAway()
    {
        var page = await server.PageAsync("/?q=маяк+-газ+\"маяк\"|море&ui=ru");
        var chips = page.QuerySelectorAll("ul[aria-label='Как прочитан запрос'] a");
        Assert.Equal(["-газ ×", "(\"маяк\" ИЛИ море) ×"], chips.Select(Text));
        Assert.Equal("?q=%D0%BC%D0%B0%D1%8F%D0%BA%20-%D0%B3%D0%B0%D0%B7", chips[1].GetAttribute("href")!.TrimStart('/'));
    }

    [Fact]
    public async Task TheLivePartComesFreshAndAlone()
    {
        using var response = await server.Http.GetAsync("/live/suggestions?ui=en", TestContext.Current.CancellationToken);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("<!--Blazor:{\"type\":\"server\"", body.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("<html", body, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=маяк")]
    [InlineData("/about")]
    public async Task NoPageOpensACircuitByItself(string address) =>
        Assert.DoesNotContain("<!--Blazor:{", await server.Http.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);

    [Fact]
    public async Task SwitchesAndProgramsAreLeftToTheBrowser()
    {
        var page = await server.PageAsync("/?q=маяк");
        Assert.All(page.QuerySelectorAll("a[href*='ui='], a[href*='theme='], a[href^='/api/']"), link => Assert.Equal("false", link.GetAttribute("data-enhance-nav")));
    }

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

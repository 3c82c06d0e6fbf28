using System.Net;
using System.Text.RegularExpressions;
using KremlinArchive.Tests.Support;
using KremlinArchive.Web.Tests.Support;
using static KremlinArchive.Tests.Support.InventedSite;

namespace KremlinArchive.Web.Tests.Desk.Fetches;

/// <summary>Fetches that an admin begins, stops, goes on with and gives up, by plain forms alone.</summary>
public sealed partial class FetchPageTests(DeskServer desk)
{
    private const string Fetch = "/admin/fetch?ui=en";

    [Fact]
    public async Task AddressesThatAreRightAreFetchedAndTheRunNamesWho()
    {
        desk.Site.ServePages(7101, 7102);
        using var answer = await desk.Browser.SubmitAsync(Fetch, ("addresses", $"{Address(7101)}\r\n\r\n{Address(7102)}#sel=1\r\n{Address(7101)}"));
        var run = await desk.RunAsync(answer);
        Assert.Equal(2, run.QuerySelectorAll("#outcomes tbody tr").Length);
        Assert.Contains(AnAdmin.Name, run.QuerySelector("p.muted")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Вымышленная беседа 7102", (await desk.Server.JsonAsync("/api/v1/records/ru/events/7102")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task WrongLinesAreNamedNothingIsAskedForAndNothingTypedIsLost()
    {
        var asked = desk.Site.Asked.Count;
        const string Typed = "http://kremlin.ru/events/president/news/7001\nwhat is this\nhttp://elsewhere.test/1\nfile:///etc/passwd\nhttp://kremlin.ru:8080/";
        using var answer = await desk.Browser.SubmitAsync(Fetch, ("addresses", Typed));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Equal(["2", "3", "4", "5"], page.QuerySelectorAll("#addresses-problem li").Select(line => Line().Match(line.TextContent).Groups[1].Value));
        Assert.Equal(Typed, page.QuerySelector("#addresses")!.TextContent);
        Assert.Equal("addresses-hint addresses-problem", page.QuerySelector("#addresses")!.GetAttribute("aria-describedby"));
        Assert.Equal(asked, desk.Site.Asked.Count);
    }

    [Fact]
    public async Task MoreThanAThousandLinesAreRefused()
    {
        using var answer = await desk.Browser.SubmitAsync(Fetch, ("addresses", string.Join('\n', Enumerable.Range(1, 1001).Select(number => Address(number)))));
        Assert.Contains("1001", (await answer.DocumentAsync()).QuerySelector("#addresses-problem")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("range-last", "range-lang=ru", "range-collection=events", "range-first=20", "range-last=10")]
    [InlineData("range-first", "range-lang=ru", "range-collection=events", "range-first=many", "range-last=10")]
    [InlineData("range-last", "range-lang=ru", "range-collection=events", "range-first=1", "range-last=999999999")]
    [InlineData("feed-from", "feed-lang=en", "feed-from=", "feed-to=")]
    [InlineData("feed-from", "feed-lang=en", "feed-from=yesterday", "feed-to=")]
    [InlineData("feed-to", "feed-lang=en", "feed-from=2024-10-02", "feed-to=2024-10-01")]
    [InlineData("list-address", "list-address=http://elsewhere.test/list", "list-from=", "list-to=")]
    [InlineData("list-to", "list-address=kremlin.ru/events/president/news", "list-from=2024-10-02", "list-to=2024-10-01")]
    public async Task ABoxThatIsWrongIsNamedAndAllBoxesKeepWhatWasTyped(string wrong, params string[] boxes)
    {
        var typed = boxes.Select(box => box.Split('=', 2)).Select(box => (Name: box[0], Value: box[1])).ToArray();
        using var answer = await desk.Browser.SubmitAsync(Fetch, typed);
        var page = await answer.DocumentAsync();
        Assert.NotEmpty(page.QuerySelectorAll($"#{wrong}-problem li"));
        Assert.NotNull(page.QuerySelector($".problems a[href$='#{wrong}']"));
        Assert.All(typed, box => Assert.Equal(box.Value, page.QuerySelector($"#{box.Name}") switch
        {
            { TagName: "SELECT" } choice => choice.QuerySelector("option[selected]")!.GetAttribute("value"),
            var text => text!.GetAttribute("value") ?? "",
        }));
    }

    [Fact]
    public async Task ARangeAFeedAndAListAreFetched()
    {
        desk.Site.ServePages(7201, 7202, 7203);
        desk.Site.Serve("http://kremlin.ru/events/all/feed", Feed([new(7202, "2026-05-30T10:00:00")]));
        desk.Site.Serve("http://kremlin.ru/events/president/news", List([(7203, "2026-05-30")]));
        using (var range = await desk.Browser.SubmitAsync(Fetch, ("range-lang", "ru"), ("range-collection", "events"), ("range-first", "7201"), ("range-last", "7201")))
            await desk.RunAsync(range);
        using (var feed = await desk.Browser.SubmitAsync(Fetch, ("feed-lang", "ru"), ("feed-from", "2026-05-30"), ("feed-to", "2026-05-30")))
            await desk.RunAsync(feed);
        using (var list = await desk.Browser.SubmitAsync(Fetch, ("list-address", "http://kremlin.ru/events/president/news"), ("list-from", ""), ("list-to", "")))
            await desk.RunAsync(list);
        Assert.All(Enumerable.Range(7201, 3), number => Assert.Contains(Address(number), desk.Site.Asked));
    }

    [Fact]
    public async Task ARefusedFetchIsListedWithWhatWaitsGoneOnWithAndGivenUp()
    {
        const string Refusing = "http://one.refusing.example/page";
        desk.Site.Serve(Refusing, FakeAnswer.Of(429, ("Retry-After", "7200")));
        using var answer = await desk.Browser.SubmitAsync(Fetch, ("addresses", Refusing));
        var run = await desk.RunAsync(answer);
        Assert.NotNull(run.QuerySelector("form[action$=resume]"));

        var page = await desk.PageAsync(Fetch);
        Assert.Contains(page.QuerySelectorAll("#holds ~ p"), hold => hold.TextContent.Contains("http://one.refusing.example/", StringComparison.Ordinal));
        var plan = page.QuerySelectorAll("li").Single(line => line.TextContent.Contains(Refusing, StringComparison.Ordinal));
        Assert.Contains("1 step left", Blank().Replace(plan.TextContent, " "), StringComparison.Ordinal);

        // It waits for the site, and says until when; what runs is not given up.
        using var resumed = await desk.Browser.PressAsync(plan, "resume");
        var live = await desk.EventuallyAsync(resumed.Headers.Location!.OriginalString, shown => shown.QuerySelector("[data-figure=wait]") is not null);
        Assert.Contains(Refusing, live.QuerySelector("[data-figure=wait]")!.TextContent, StringComparison.Ordinal);
        using (var refused = await desk.Browser.PressAsync(plan, "abandon"))
            Assert.EndsWith("problem=running", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);

        using (var cancelled = await desk.Browser.PressAsync(live.DocumentElement, "cancel"))
            await desk.RunAsync(cancelled);
        using (var abandoned = await desk.Browser.PressAsync(plan, "abandon"))
            Assert.Equal("/admin/fetch", abandoned.Headers.Location!.OriginalString);
        Assert.DoesNotContain(Refusing, (await desk.PageAsync(Fetch)).QuerySelector("#unfinished")!.ParentElement!.TextContent, StringComparison.Ordinal);
        using (var ended = await desk.Browser.PressAsync(plan, "resume"))
            Assert.EndsWith("problem=ended", ended.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSiteIsLookedAtWhenAnAdminAsks()
    {
        var page = await desk.PageAsync("/admin/watch?ui=en");
        Assert.Equal(6, page.QuerySelectorAll("#policy + table tbody tr").Length);
        Assert.Contains("off", page.QuerySelector(".facts dd")!.TextContent, StringComparison.Ordinal);
        using var pressed = await desk.Browser.PressAsync(page.DocumentElement, "look");
        Assert.Equal("/admin/watch", pressed.Headers.Location!.OriginalString);
        await desk.EventuallyAsync("/admin/watch?ui=en", shown => shown.QuerySelectorAll(".facts dt").Any(fact => fact.TextContent == "Last look"));
    }

    [GeneratedRegex("^Line ([0-9]+):")]
    private static partial Regex Line();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}

using System.Net;
using System.Xml.Linq;
using AngleSharp.Dom;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

public sealed class VersionsTests(EditedServer edited) : IClassFixture<EditedServer>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private readonly RunningServer server = edited.Server;

    [Fact]
    public async Task TheListTellsWhatWasSeenAndNeverWhatHappened()
    {
        var page = await server.PageAsync($"/{EditedServer.Twice}/versions?ui=ru");
        Assert.Equal(["Версия 3 текущая", "Версия 2", "Версия 1"], page.QuerySelectorAll("ol h2").Select(Words));
        var first = Words(page.QuerySelector("#v1 .seen")!);
        Assert.Contains("Замечена на сайте: впервые 5 марта 2026, 12:00, в последний раз 6 марта 2026, 12:00.", first, StringComparison.Ordinal);
        Assert.Contains("Не замечена 9 марта 2026, 12:00: на её месте была другая версия.", first, StringComparison.Ordinal);
        Assert.Equal([$"/{EditedServer.Twice}/versions/1..2"], page.QuerySelectorAll("#v2 ul a").Select(Address));
        Assert.Equal([$"/{EditedServer.Twice}/versions/1..3"], page.QuerySelectorAll("#v1 ul a").Select(Address));
    }

    [Fact]
    public async Task AVersionWithoutATimeClaimsNone()
    {
        var page = await server.PageAsync($"/{EditedServer.Untimed}/versions?ui=en");
        Assert.All(page.QuerySelectorAll(".seen"), seen => Assert.Contains("When it was on the site is not known.", Words(seen), StringComparison.Ordinal));
        Assert.DoesNotContain("deleted", page.DocumentElement.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task TwoVersionsChosenInTheFormHaveAnAddressOfTheirOwn()
    {
        using var response = await server.AskAsync($"/{EditedServer.Twice}/versions?from=1&to=3");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.EndsWith($"/{EditedServer.Twice}/versions/1..3", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AComparisonMarksWordsAndSaysSo()
    {
        var page = await server.PageAsync($"/{EditedServer.Twice}/versions/1..2?ui=ru");
        Assert.Equal("изменён 1 абзац", Words(page.QuerySelector(".summary")!));
        Assert.Equal("[удалено: весной]", Words(Assert.Single(page.QuerySelectorAll("td del"))));
        Assert.Equal("[добавлено: осенью]", Words(Assert.Single(page.QuerySelectorAll("td ins"))));
        Assert.Equal(["1 абзац без изменений", "1 абзац без изменений"], page.QuerySelectorAll("tr.same").Select(Words));
        Assert.Equal(["Версия 1", "Версия 2"], page.QuerySelectorAll("th").Select(Words));

        var whole = await server.PageAsync($"/{EditedServer.Twice}/versions/1..2?view=inline&show=all");
        Assert.Equal(3, whole.QuerySelectorAll(".passage").Length);
        Assert.Equal((1, 1), (whole.QuerySelectorAll(".passage del").Length, whole.QuerySelectorAll(".passage ins").Length));
    }

    [Fact]
    public async Task MovedPassagesAndFieldsAreNamed()
    {
        var page = await server.PageAsync($"/{EditedServer.Twice}/versions/2..3?ui=en");
        Assert.Equal("1 field changed · 1 passage moved", Words(page.QuerySelector(".summary")!));
        Assert.Equal(["Moved: formerly ¶3", "Moved: now ¶1"], page.QuerySelectorAll(".label").Select(Words));
        Assert.Equal("Place", Words(page.QuerySelector("dd:has(del)")!.PreviousElementSibling!));
        Assert.Equal("[removed: Сочи]", Words(page.QuerySelector("dd del")!));
    }

    [Fact]
    public async Task WhatAPageHeldIsShownAsText()
    {
        var page = await server.PageAsync($"/{EditedServer.Untimed}/versions/1..2");
        Assert.Empty(page.QuerySelectorAll("td b"));
        Assert.Contains("<b>so</b>", page.QuerySelector("td del")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APermanentAddressSaysWhetherTheTextStillStands()
    {
        var old = await server.PageAsync($"/{EditedServer.Twice}/versions/1?ui=ru");
        Assert.Contains("Это версия 1. Её текст больше не текущий.", Words(old.QuerySelector(".notice")!), StringComparison.Ordinal);
        Assert.Equal([$"/{EditedServer.Twice}", $"/{EditedServer.Twice}/versions/1..3", $"/{EditedServer.Twice}/versions"], old.QuerySelectorAll(".notice a").Select(Address));
        Assert.Equal("В текущем тексте этот абзац изменён (¶3).", Words(old.QuerySelector("#p2 .note")!));
        Assert.Equal("В текущем тексте этот абзац стоит на другом месте (¶1).", Words(old.QuerySelector("#p3 .note")!));
        Assert.Null(old.QuerySelector("#p1 .note"));
        Assert.Equal($"/{EditedServer.Twice}/versions/1#p2", Address(old.QuerySelector("#p2 a.number")!));

        var current = await server.PageAsync($"/{EditedServer.Twice}/versions/3?ui=ru");
        Assert.Contains("Это версия 3, текущая", Words(current.QuerySelector(".notice")!), StringComparison.Ordinal);
        Assert.Empty(current.QuerySelectorAll(".note"));
    }

    [Fact]
    public async Task TheReadingPageSaysThatTheTextWasChanged()
    {
        var page = await server.PageAsync($"/{EditedServer.Twice}?ui=ru");
        Assert.StartsWith("Изменён после публикации. Этот текст впервые замечен 12 марта 2026, 12:00.", Words(page.QuerySelector(".changed")!), StringComparison.Ordinal);
        Assert.Equal([$"/{EditedServer.Twice}/versions/2..3", $"/{EditedServer.Twice}/versions"], page.QuerySelectorAll(".changed a").Select(Address));
        Assert.Equal(2, page.QuerySelectorAll("aside nav a[href*='/versions/']").Length);
        Assert.Null((await server.PageAsync($"/{EditedServer.Once}")).QuerySelector(".changed"));
    }

    [Fact]
    public async Task AHitSaysThatItsTextWasChangedAndASearchInVersionsNamesTheVersion()
    {
        var now = await server.PageAsync("/?q=осенью&ui=ru");
        Assert.Equal("изменён после публикации, отмечено 12 марта 2026, 12:00", Words(now.QuerySelector("article .changed")!));
        var past = await server.PageAsync("/?q=весной+in:versions&ui=ru");
        Assert.Contains("версия 1, больше не текущая", Words(past.QuerySelector("article .dateline")!), StringComparison.Ordinal);
        var address = Address(past.QuerySelector("article h2 a")!)!;
        Assert.StartsWith($"/{EditedServer.Twice}/versions/1?q=", address, StringComparison.Ordinal);
        Assert.Equal("весной", Words((await server.PageAsync(address)).QuerySelector("#p2 mark")!));
        var hit = (await server.JsonAsync("/api/v1/search?q=весной+in:versions")).GetProperty("hits")[0];
        Assert.Equal((1, 3), (hit.GetProperty("version").GetInt32(), hit.GetProperty("versions").GetInt32()));
        Assert.Equal(0, (await server.JsonAsync("/api/v1/search?q=весной&rescue=off")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("/ru/events/101/versions/4")]
    [InlineData("/ru/events/101/versions/1..4")]
    [InlineData("/ru/events/101/versions/1..")]
    [InlineData("/ru/events/101/versions/text")]
    [InlineData("/ru/events/1/versions")]
    public async Task WhatIsNotHeldIsNotFound(string address)
    {
        await server.PageAsync(address, HttpStatusCode.NotFound);
        using var response = await server.AskAsync("/api/v1/records" + address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task ProgramsGetVersionsAndComparisons()
    {
        var list = await server.JsonAsync($"/api/v1/records/{EditedServer.Twice}/versions");
        Assert.Equal(3, list.GetProperty("current").GetInt32());
        Assert.Equal([1, 2, 3], list.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("number").GetInt32()));
        var version = await server.JsonAsync($"/api/v1/records/{EditedServer.Twice}/versions/1");
        Assert.Equal("Сочи", version.GetProperty("record").GetProperty("place").GetString());
        Assert.False(version.GetProperty("version").GetProperty("current").GetBoolean());
        var compared = await server.JsonAsync($"/api/v1/records/{EditedServer.Twice}/versions/2..3");
        Assert.Equal("moved-here moved-away", string.Join(' ', compared.GetProperty("passages").EnumerateArray().Select(passage => passage.GetProperty("change"))));
        Assert.Equal("place", Assert.Single(compared.GetProperty("fields").EnumerateArray()).GetProperty("field").GetString());
        Assert.Equal(4, (await server.JsonAsync($"/api/v1/records/{EditedServer.Twice}/versions/2..3?show=all")).GetProperty("passages").GetArrayLength());
    }

    [Fact]
    public async Task ProgramsFollowTheChangeLogByNumber()
    {
        var first = (await server.JsonAsync("/api/v1/changes?size=2")).GetProperty("changes").EnumerateArray().ToList();
        Assert.Equal("1 added, 2 revised", string.Join(", ", first.Select(change => $"{change.GetProperty("change")} {change.GetProperty("kind")}")));
        Assert.Equal("1..2", first[1].GetProperty("compare").GetString());
        Assert.Equal(3, (await server.JsonAsync("/api/v1/changes?after=2&size=1")).GetProperty("changes")[0].GetProperty("change").GetInt32());
        var edits = await server.JsonAsync("/api/v1/changes?show=edits&lang=en");
        Assert.Equal(EditedServer.Untimed, Assert.Single(edits.GetProperty("changes").EnumerateArray()).GetProperty("id").GetString());
        foreach (var wrong in (string[])["after=x", "size=0", "lang=xx", "show=none"])
        {
            using var response = await server.AskAsync("/api/v1/changes?" + wrong);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Fact]
    public async Task EditsAreListedNewestFirstAndByLanguage()
    {
        var page = await server.PageAsync("/changes?ui=ru");
        Assert.Equal(["Сравнить версии 1 и 2", "Сравнить версии 2 и 3", "Сравнить версии 1 и 2"], page.QuerySelectorAll("li p:last-child a").Select(Words));
        Assert.Equal([$"/{EditedServer.Untimed}/versions/1..2"], (await server.PageAsync("/changes?lang=en")).QuerySelectorAll("li p:last-child a").Select(Address));
        var earlier = await server.PageAsync("/changes?before=3");
        Assert.Single(earlier.QuerySelectorAll("ol li"));
        Assert.Empty((await server.PageAsync("/changes?before=1")).QuerySelectorAll("ol li"));
    }

    [Fact]
    public async Task TheFeedIsAtomAndIsAskedAgainCheaply()
    {
        using var response = await server.AskAsync("/changes/feed?ui=en");
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(3, entries.Count);
        Assert.All(entries.Append(feed), element =>
        {
            Assert.True(Uri.IsWellFormedUriString(element.Element(Atom + "id")!.Value, UriKind.Absolute));
            Assert.NotEmpty(element.Element(Atom + "title")!.Value);
            Assert.True(DateTimeOffset.TryParse(element.Element(Atom + "updated")!.Value, out _));
        });
        Assert.Equal(3, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.EndsWith("/ru/events/101/versions/2..3", entries[1].Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
        Assert.Equal("Another text or other details were seen. First seen on the site on 12 March 2026, 12:00.", entries[1].Element(Atom + "summary")!.Value);

        Assert.Contains(entries, entry => entry.Element(Atom + "title")!.Value == "A talk of lighthouses\uFFFD");

        using var again = await server.AskAsync("/changes/feed?ui=en", ("If-None-Match", response.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Address(IElement link) => link.GetAttribute("href");
}

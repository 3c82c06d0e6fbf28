using System.Net;
using AngleSharp.Dom;
using KremlinArchive.Web.Tests.Support;

namespace KremlinArchive.Web.Tests.Journeys;

public sealed class FacetPageTests(SampleServer samples)
{
    private readonly RunningServer server = samples.Server;

    [Fact]
    public async Task EveryValueOfAFacetIsListedAndLeadsBackToTheSearchWithIt()
    {
        var page = await server.PageAsync("/facets/person?q=маяк&page=1&ui=ru");
        Assert.Equal("Лицо", page.QuerySelector("h1")!.TextContent);
        var values = page.QuerySelectorAll("[data-values] li");
        Assert.NotEmpty(values);
        Assert.Equal(values.Length, int.Parse(Text(page.QuerySelector("[data-found]")!).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        foreach (var value in values)
        {
            var address = value.QuerySelector("a.value")!.GetAttribute("href")!;
            Assert.StartsWith("/?q=", address, StringComparison.Ordinal);
            var found = (await server.JsonAsync("/api/v1/search" + address[1..])).GetProperty("total").GetInt64();
            Assert.Equal(Text(value.QuerySelector(".count")!), $"{found}");
        }

        Assert.Equal("/?q=маяк", Uri.UnescapeDataString(page.QuerySelector(".back a")!.GetAttribute("href")!));
    }

    [Fact]
    public async Task AFormFindsValuesByTheBeginningsOfTheirNames()
    {
        var all = await server.PageAsync("/facets/person?q=маяк&order=name&ui=ru");
        Assert.Equal(["маяк", "name"], all.QuerySelectorAll("facet-filter form input[type=hidden]").Select(field => field.GetAttribute("value")!));
        var name = Text(all.QuerySelector("[data-values] a.value")!);
        var some = await server.PageAsync($"/facets/person?name={Uri.EscapeDataString(name[..4].ToUpperInvariant())}&q=маяк&order=name&ui=ru");
        Assert.Contains(name, some.QuerySelectorAll("[data-values] a.value").Select(Text));
        Assert.Equal(name[..4].ToUpperInvariant(), some.QuerySelector("facet-filter input[name=name]")!.GetAttribute("value"));
        Assert.Empty((await server.PageAsync("/facets/person?name=ъъъ&q=маяк")).QuerySelectorAll("[data-values] li"));
    }

    [Fact]
    public async Task ItIsNotForCrawlers()
    {
        var page = await server.PageAsync("/facets/kind");
        Assert.Equal("noindex, nofollow", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.All(page.QuerySelectorAll("article a"), link => Assert.Contains("nofollow", link.GetAttribute("rel") ?? "", StringComparison.Ordinal));
        Assert.Contains("Disallow: /facets/", await server.Http.GetStringAsync("/robots.txt", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/facets/no-such", HttpStatusCode.NotFound)]
    [InlineData("/facets/", HttpStatusCode.NotFound)]
    [InlineData("/facets/place?from=abc", HttpStatusCode.BadRequest)]
    [InlineData("/facets/place?page=9", HttpStatusCode.OK)]
    [InlineData("/facets/place?name=%00&order=zzz", HttpStatusCode.OK)]
    [InlineData("/facets/year", HttpStatusCode.OK)]
    public async Task AnyAddressIsAnswered(string address, HttpStatusCode status)
    {
        using var response = await server.AskAsync(address);
        Assert.Equal(status, response.StatusCode);
    }

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

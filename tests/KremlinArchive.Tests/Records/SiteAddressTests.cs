using KremlinArchive.Records;

namespace KremlinArchive.Tests.Records;

public sealed class SiteAddressTests
{
    private static readonly string[] Schemes = ["http://", "https://", "", "//", "HTTP://"];
    private static readonly string[] Wrappings = ["", "https://web.archive.org/web/20211208000000id_/http://", "http://web.archive.org/web/20211208000000/https://", "/web/20211208000000if_/http://"];
    private static readonly string[] RussianHosts = ["kremlin.ru", "www.kremlin.ru", "special.kremlin.ru", "kremlin.ru:80", "KREMLIN.RU", "kremlin.ru."];
    private static readonly string[] EnglishHosts = ["en.kremlin.ru", "www.en.kremlin.ru", "en.special.kremlin.ru", "en.kremlin.ru:443"];
    private static readonly string[] Tails = ["", "/", "#sel=1:1,2:3", "?utm_source=x", "/?a=b#c", "%23sel=1"];

    private static readonly string[] Paths =
    [
        "/events/president/news/67315", "/events/president/transcripts/67315", "/events/president/transcripts/speeches/67315", "/transcripts/67315",
        "/events/security-council/67315", "/events/councils/by-council/8/67315", "/acts/news/67315", "/misc/67315", "/d/67315", "/copy/67315",
        "/events/president/news/copy/67315", "/events/president/news/67315/print", "/events/president/news/67315/photos", "/events/president/news/67315/photos/123",
        "/events/president/news/67315/videos/45", "/events/president/news/67315/audios", "/events/president/news/67315/email", "/catalog/countries/UA/events/67315",
        "/events/president/trips/67315", "/acts/assignments/orders/67315", "//events//president/news/67315",
    ];

    [Fact]
    public void EveryAddressOfAnItemGivesItsIdentity()
    {
        var tried = 0;
        foreach (var (hosts, expected) in new[] { (RussianHosts, "ru/events/67315"), (EnglishHosts, "en/events/67315") })
        {
            foreach (var address in from host in hosts from path in Paths from tail in Tails from start in Starts() select start + host + path + tail)
            {
                Assert.True(expected == SiteAddress.Parse(address)?.Record?.ToString(), $"{address} gave {SiteAddress.Parse(address)?.Record}");
                tried++;
            }
        }

        Assert.True(tried > 5_000);
    }

    [Theory]
    [InlineData("http://kremlin.ru/events/president/news/67315", SitePage.Article, "/events/president/news")]
    [InlineData("http://kremlin.ru/d/67315", SitePage.Article, null)]
    [InlineData("http://kremlin.ru/events/president/news/67315/print", SitePage.Print, "/events/president/news")]
    [InlineData("http://kremlin.ru/events/president/news/copy/67315", SitePage.Copy, "/events/president/news")]
    [InlineData("http://kremlin.ru/events/president/news/67315/photos/7", SitePage.Photos, "/events/president/news")]
    [InlineData("http://kremlin.ru/events/president/news/67315/videos", SitePage.Videos, "/events/president/news")]
    [InlineData("http://kremlin.ru/catalog/countries/UA/events/67315", SitePage.Article, null)]
    [InlineData("http://kremlin.ru/acts/bank/9895/page/2", SitePage.Part, "/acts/bank")]
    [InlineData("http://kremlin.ru/acts/bank/9895/page/1", SitePage.Article, "/acts/bank")]
    [InlineData("http://kremlin.ru/events/president/news", SitePage.List, "/events/president/news")]
    [InlineData("http://kremlin.ru/events/president/news/page/67315", SitePage.List, "/events/president/news")]
    [InlineData("http://kremlin.ru/events/president/news/by-date/01.02.2020", SitePage.List, "/events/president/news")]
    [InlineData("http://kremlin.ru/events/councils/by-council/8", SitePage.List, "/events/councils/by-council/8")]
    [InlineData("http://kremlin.ru/events/all/feed", SitePage.Feed, "/events/all")]
    [InlineData("http://kremlin.ru/events/president/news/feed/page/3", SitePage.Feed, "/events/president/news")]
    [InlineData("http://kremlin.ru/catalog/persons/109/events", SitePage.Catalogue, null)]
    [InlineData("http://kremlin.ru/search?query=x", SitePage.Search, null)]
    [InlineData("http://kremlin.ru/", SitePage.Home, null)]
    [InlineData("http://kremlin.ru", SitePage.Home, null)]
    [InlineData("http://kremlin.ru/robots.txt", SitePage.Other, null)]
    [InlineData("http://kremlin.ru/structure/president", SitePage.Other, null)]
    public void ItTellsThePageAndTheSection(string address, SitePage page, string? section)
    {
        var read = SiteAddress.Parse(address)!;
        Assert.Equal(page, read.Page);
        Assert.Equal(section, read.Section);
    }

    [Theory]
    [InlineData("http://kremlin.ru/acts/bank/9895", "ru/acts/9895")]
    [InlineData("http://www.kremlin.ru/acts/bank/9895/print", "ru/acts/9895")]
    [InlineData("http://kremlin.ru/acts/bank/9895/page/4", "ru/acts/9895")]
    [InlineData("http://en.kremlin.ru/supplement/5540", "en/supplement/5540")]
    [InlineData("http://kremlin.ru/catalog/persons/109", null)]
    [InlineData("http://kremlin.ru/catalog/persons/109/events", null)]
    [InlineData("http://kremlin.ru/catalog/keywords/82/events/page/3", null)]
    [InlineData("http://kremlin.ru/multimedia/video/1234", null)]
    [InlineData("http://kremlin.ru/events/president/news/067315", null)]
    [InlineData("http://kremlin.ru/events/president/news/1234567890", null)]
    public void OtherCollectionsAndTheCatalogueHaveNumbersOfTheirOwn(string address, string? expected) =>
        Assert.Equal(expected, SiteAddress.Parse(address)?.Record?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("http://example.org/events/president/news/67315")]
    [InlineData("http://kremlin.ru.example.org/d/1")]
    [InlineData("http://notkremlin.ru/d/1")]
    [InlineData("http://static.kremlin.ru/media/events/files/1.pdf")]
    [InlineData("http://kremlin.ru:8080/d/1")]
    [InlineData("https://web.archive.org/web/2021/http://example.org/")]
    [InlineData("ru/events/67315")]
    [InlineData("pages/67315.html")]
    public void AnythingOffTheSiteIsNoAddressOfIt(string? text) => Assert.Null(SiteAddress.Parse(text));

    [Theory]
    [InlineData("https://web.archive.org/web/20211208010203id_/http://kremlin.ru/d/1", "2021-12-08T01:02:03.0000000+00:00")]
    [InlineData("https://web.archive.org/web/20230101000000/https://web.archive.org/web/20211208010203/http://kremlin.ru/d/1", "2021-12-08T01:02:03.0000000+00:00")]
    [InlineData("https://web.archive.org/web/2021/http://kremlin.ru/d/1", null)]
    [InlineData("http://kremlin.ru/d/1", null)]
    public void TheArchivesTimeIsKept(string address, string? expected) =>
        Assert.Equal(expected, SiteAddress.Parse(address)!.CapturedAt?.ToString("O"));

    [Theory]
    [InlineData("https://en.special.kremlin.ru/events/president/news/5/print?x#y", "http://en.kremlin.ru/events/president/news/5")]
    [InlineData("http://www.kremlin.ru/events/president/news/copy/5", "http://kremlin.ru/events/president/news/5")]
    [InlineData("kremlin.ru/d/5", "http://kremlin.ru/d/5")]
    [InlineData("http://kremlin.ru/acts/bank/5/page/2", "http://kremlin.ru/acts/bank/5")]
    [InlineData("http://kremlin.ru/search", null)]
    public void TheCanonicalAddressIsLongAndPlain(string address, string? expected)
    {
        var canonical = SiteAddress.Parse(address)!.Canonical;
        Assert.Equal(expected, canonical);
        if (canonical is not null)
            Assert.Equal(canonical, SiteAddress.Parse(canonical)!.Canonical);
    }

    [Theory]
    [InlineData("/supplement/5", "http://en.kremlin.ru/supplement/5")]
    [InlineData("//static.kremlin.ru/a.pdf", "http://static.kremlin.ru/a.pdf")]
    [InlineData("/web/20211208000000/http://kremlin.ru/supplement/5", "http://kremlin.ru/supplement/5")]
    [InlineData("https://example.org/x", "https://example.org/x")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("mailto:a@example.org", null)]
    [InlineData("#top", null)]
    public void LinksOfAPageBecomeAbsolute(string link, string? expected) => Assert.Equal(expected, SiteAddress.Absolute(link, Language.English));

    private static IEnumerable<string> Starts() => Schemes.Concat(Wrappings.Where(wrapping => wrapping.Length > 0));
}

using System.Text;
using CsCheck;
using KremlinArchive.Import.Fetching.Politeness;
using KremlinArchive.Tests.Support;

namespace KremlinArchive.Tests.Import.Fetching;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("/events/president/news/copy/67315", false)]
    [InlineData("/events/president/news/copy", false)]
    [InlineData("/acts/news/copy/1", false)]
    [InlineData("/search?query=1", false)]
    [InlineData("/events/president/news/67315", true)]
    [InlineData("/events/all/feed", true)]
    [InlineData("/acts/bank/9895/print", true)]
    public void TheSitesOwnRulesCloseTheCopies(string path, bool allowed)
    {
        var rules = RobotsRules.Read(File.ReadAllBytes(Corpus.Need("pages", "en.kremlin.ru", "robots.txt")));
        Assert.Equal(allowed, rules.Allow(path));
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a$", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /*/copy", "/misc/copy/1", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: KremlinArchive/2.0\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: KremlinArchive/2.0\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: KremlinArchive\nDisallow: /a\nUser-agent: other\nDisallow: /c\nUser-agent: kremlinarchive\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: KremlinArchive\nDisallow: /a\nUser-agent: other\nDisallow: /c\nUser-agent: kremlinarchive\nDisallow: /b", "/c", true)]
    [InlineData("user-AGENT : * # all\nDISALLOW:/a # not this", "/a", false)]
    [InlineData("User-agent: *\r\nSitemap: http://kremlin.ru/s\r\nDisallow: /поиск", "/%D0%BF%D0%BE%D0%B8%D1%81%D0%BA", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Db", "/a-b", false)]
    [InlineData("User-agent: *\nDisallow: /a/*b*c", "/a/xbxxc", false)]
    public void RulesAreReadAsTheStandardSays(string file, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Read(Encoding.UTF8.GetBytes(file)).Allow(path));

    [Fact]
    public void NoFileWhateverItHoldsBreaksTheReading() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.String[Gen.Char["/a*$%é"], 0, 20]).Sample(
            (bytes, path) => { RobotsRules.Read([.. "User-agent: *\nDisallow: "u8, .. bytes]).Allow("/" + path); }, iter: 300);

    [Fact]
    public void APatternOfNothingButStarsCostsNoTime()
    {
        var rules = RobotsRules.Read(Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2000)) + "$"));
        Assert.True(rules.Allow("/" + new string('a', 1999) + "b"));
    }

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 7\nDisallow: /search", 7)]
    [InlineData("User-agent: *\nDisallow: /search\nCrawl-delay: 2.5", 2.5)]
    [InlineData("User-agent: *\nCrawl-delay: 86400", 60)]
    [InlineData("User-agent: *\nCrawl-delay: 7\nDisallow:\nUser-agent: kremlinarchive\nDisallow: /search", 0)]
    [InlineData("User-agent: other\nCrawl-delay: 7", 0)]
    [InlineData("User-agent: *\nCrawl-delay: -7\nCrawl-delay: often", 0)]
    public void TheSitesOwnPauseIsHeededWithinBounds(string file, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RobotsRules.Read(Encoding.UTF8.GetBytes(file)).Delay);
}

using System.Diagnostics;
using System.Text;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Tests.Import.Parsing;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\t ", "empty")]
    [InlineData("%PDF-1.7\n…", "a PDF")]
    [InlineData("PK\u0003\u0004rest", "zip")]
    [InlineData("GIF89a", "a GIF image")]
    [InlineData("ab\0c", "binary")]
    [InlineData("{\"a\": 1}", "no known layout")]
    [InlineData("a,b\n1,2\n", "no known layout")]
    [InlineData("Just a text of somebody.", "no known layout")]
    [InlineData("<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>", "error page: \"404 Not Found\"")]
    [InlineData("<html><head><title>Страница не найдена • Президент России</title></head><body></body></html>", "error page")]
    [InlineData("<html><head><title>A shop</title></head><body><div>Buy</div></body></html>", "no known layout")]
    [InlineData("<html><head><title>Cut</title></head><body><div>Te", "truncated")]
    [InlineData("A title\n\n2021-13-07 20:15:00\n\nText.\n\nhttp://kremlin.ru/d/1\n", "not a moment of the calendar")]
    [InlineData("A title\n\n2099-12-07 20:15:00\n\nText.\n\nhttp://kremlin.ru/d/1\n", "future")]
    [InlineData("A title\n\n2021-12-07 20:15:00\n\nText that goes o", "cut off")]
    public void EachHasItsReason(string text, string reason) => Assert.Contains(reason, InventedPage.Refusal(text), StringComparison.Ordinal);

    [Fact]
    public void APageCutAnywhereInItsArticleIsTruncated()
    {
        var html = new InventedPage().Html;
        var (from, to) = (html.IndexOf("<article", StringComparison.Ordinal), html.IndexOf("</article", StringComparison.Ordinal));
        for (var cut = from + 8; cut <= to; cut += 7)
            Assert.Contains("truncated", InventedPage.Refusal(html[..cut]), StringComparison.Ordinal);
    }

    [Fact]
    public void NoCutOfAPageEverThrowsOrGivesARecord()
    {
        var bytes = Encoding.UTF8.GetBytes(InventedPage.Russian.Html.Replace("One paragraph", "Один абзац", StringComparison.Ordinal));
        var end = Encoding.UTF8.GetString(bytes).IndexOf("</article", StringComparison.Ordinal);
        for (var cut = 0; cut < end; cut += 3)
            Assert.IsNotType<PageReading.Documents>(InventedPage.Read(bytes[..cut]));
    }

    [Fact]
    public void NoDamageToAPageIsAFaultOfTheReader()
    {
        var random = new Random(20211207);
        string[] pieces = ["<b>", "</b>", "<blockquote>", "</p>", "<p>", "<table>", "</div>", "<div class=\"read__cut\">", ":", "(", ")", "* * *", "&#0;", "&#xD800;", "\u0000", "«", "<time datetime='2020-99-99'>", "<a href='http://kremlin.ru/%zz'>"];
        var page = new InventedPage { Body = "<p><b>Anna Invented</b> <i>(retranslated)</i>: Hello.</p><blockquote><p>Hello.</p></blockquote><p>* * *</p><ul><li>One</li></ul>" }.Html;
        for (var round = 0; round < 3_000; round++)
        {
            var damaged = page;
            for (var cuts = random.Next(1, 6); cuts > 0; cuts--)
            {
                var at = random.Next(damaged.Length);
                damaged = damaged[..at] + pieces[random.Next(pieces.Length)] + damaged[Math.Min(damaged.Length, at + random.Next(30))..];
            }

            var reading = InventedPage.Read(damaged);
            Assert.False(reading is PageReading.Unreadable { Reason: var reason } && reason.Contains("fault of the reader", StringComparison.Ordinal), $"{reading}\n{damaged}");
        }
    }

    [Theory]
    [InlineData("", "no date")]
    [InlineData("<time class=\"read__published\" datetime=\"2020-02-30\">x</time>", "not a day of the calendar")]
    [InlineData("<time class=\"read__published\" datetime=\"2099-01-01\">x</time>", "future")]
    [InlineData("<time class=\"read__published\" datetime=\"1812-09-07\">x</time>", "1990")]
    [InlineData("<time class=\"read__published\">32 мая 2020 года</time>", "not a day of the calendar")]
    public void APageNeedsADateThatCanBe(string meta, string reason) =>
        Assert.Contains(reason, InventedPage.Refusal(new InventedPage { Meta = meta, Status = "" }.Html), StringComparison.Ordinal);

    [Fact]
    public void APageNeedsATitle() =>
        Assert.Contains("no title", InventedPage.Refusal(new InventedPage { Title = "" }.Html), StringComparison.Ordinal);

    [Fact]
    public void AnArticleWithoutABodyIsOfNoKnownLayout() =>
        Assert.Contains("no body", InventedPage.Refusal(new InventedPage().Html.Replace("read__internal_content", "else", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<div><p>")]
    [InlineData("<a x>")]
    [InlineData("<table>")]
    public void ADeepPageIsRefusedAtOnce(string tag)
    {
        var bytes = Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat(tag, 15_000_000 / tag.Length)));
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reason = Assert.IsType<PageReading.Unreadable>(InventedPage.Read(bytes)).Reason;
        Assert.Contains("nest", reason, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200_000_000);
    }

    [Theory]
    [InlineData("<p>", "elements")]
    [InlineData("<br>", "elements")]
    [InlineData("<i></i>", "elements")]
    public void APageOfTooManyElementsIsRefused(string tags, string reason) =>
        Assert.Contains(reason, InventedPage.Refusal("<html><body>" + string.Concat(Enumerable.Repeat(tags, 400_000))), StringComparison.Ordinal);

    [Fact]
    public void FormattingThatIsRepeatedInEveryParagraphCountsAsElements() =>
        Assert.Contains("elements", InventedPage.Refusal("<html><body>" + string.Concat(Enumerable.Repeat("<b>", 150)) + string.Concat(Enumerable.Repeat("<p>x</p>", 5_000))), StringComparison.Ordinal);

    [Fact]
    public void AnEndlessTagIsRefused() =>
        Assert.Contains("too long", InventedPage.Refusal("<html><body><div " + string.Concat(Enumerable.Range(0, 20_000).Select(n => $"a{n} "))), StringComparison.Ordinal);

    [Fact]
    public void ATooLongPageIsRefused() =>
        Assert.Contains("characters", InventedPage.Refusal("<html><body>" + new string('x', 17 * 1024 * 1024)), StringComparison.Ordinal);

    [Fact]
    public void AHundredMegabytesAreRefusedByTheirLength()
    {
        var capture = Capture.Of("big.html", Encoding.UTF8.GetBytes("<html><body><div>")) with { Length = 100L * 1024 * 1024 };
        var reason = Assert.IsType<PageReading.Unreadable>(new PageReader().Read(capture)).Reason;
        Assert.Contains("100 MB", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AHundredMegabytesAtHandAreNotEvenDecoded()
    {
        var bytes = new byte[100 * 1024 * 1024];
        bytes.AsSpan().Fill((byte)'<');
        var capture = Capture.Of("big.html", bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.IsType<PageReading.Unreadable>(new PageReader().Read(capture));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }
}

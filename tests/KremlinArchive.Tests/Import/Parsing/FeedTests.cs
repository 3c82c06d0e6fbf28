using KremlinArchive.Records;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Tests.Import.Parsing;

public sealed class FeedTests
{
    private const string Entry = """
        <entry><title>Meeting with Anna Invented</title><id>http://en.kremlin.ru/events/president/transcripts/900000109</id><updated>2020-08-27T20:09:44+04:00</updated>
        <published>2020-08-27T15:20:00+04:00</published><summary type="html">&lt;div class="c-summary"&gt;&lt;p&gt;A lead.&lt;/p&gt;&lt;/div&gt;</summary>
        <content type="html">&lt;div class="c-summary" style="font-size: 1.2em"&gt;&lt;p&gt;A lead.&lt;/p&gt;&lt;/div&gt; &lt;img src="http://static.kremlin.ru/x.jpg" alt="No text." /&gt;
        &lt;p&gt;&lt;b&gt;Anna Invented:&lt;/b&gt; Hello &amp;lt;…&amp;gt;
        there.&lt;/p&gt;</content></entry>
        """;

    [Fact]
    public void AnEntryIsARecord()
    {
        var documents = Assert.IsType<PageReading.Documents>(InventedPage.Read(Feed(Entry)));
        Assert.Equal(CaptureForm.Feed, documents.Form);
        var record = Assert.Single(documents.Records);
        Assert.Equal("en/events/900000109", record.Id.ToString());
        Assert.Equal("http://en.kremlin.ru/events/president/transcripts/900000109", record.Address);
        Assert.Equal(["/events/president/transcripts"], record.Sections);
        Assert.Equal("A lead.", record.Lead);
        Assert.Equal(["Anna Invented | Hello <…> there."], record.Passages.Select(InventedPage.Show));
        Assert.Null(record.Place);
    }

    [Fact]
    public void TheFalseOffsetIsDropped()
    {
        var record = InventedPage.Record(Feed(Entry));
        Assert.Equal("2020-08-27T15:20:00+03:00", record.Published.ToString());
        Assert.Equal("2020-08-27T20:09:00+03:00", record.Updated?.ToString());
    }

    [Fact]
    public void OneBadEntryDoesNotSpoilTheOthers()
    {
        var documents = Assert.IsType<PageReading.Documents>(InventedPage.Read(Feed(
            "<entry><title>No id</title></entry>",
            "<entry><title>Elsewhere</title><id>http://example.org/1</id></entry>",
            "<entry><id>http://kremlin.ru/d/900000110</id><published>2020-01-01T00:00:00+04:00</published></entry>",
            "<entry><title>No date</title><id>http://kremlin.ru/d/900000111</id></entry>",
            "<entry><title>Late</title><id>http://kremlin.ru/d/900000112</id><published>2099-01-01T00:00:00+04:00</published></entry>",
            Entry)));
        Assert.Single(documents.Records);
        Assert.Collection(
            documents.Damage,
            reason => Assert.Contains("Entry 1 of the feed (line 2): it has no id", reason, StringComparison.Ordinal),
            reason => Assert.Contains("example.org", reason, StringComparison.Ordinal),
            reason => Assert.Contains("no title", reason, StringComparison.Ordinal),
            reason => Assert.Contains("no date", reason, StringComparison.Ordinal),
            reason => Assert.Contains("future", reason, StringComparison.Ordinal));
    }

    [Fact]
    public void BrokenXmlNamesItsLine() =>
        Assert.Contains("line 3", InventedPage.Refusal(Feed("<entry>\n<title>Cut</ti")), StringComparison.Ordinal);

    [Fact]
    public void ADtdIsRefused()
    {
        var bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE feed [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>&b;</title></feed>";
        Assert.Contains("DTD", InventedPage.Refusal(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherXmlIsNoFeed() => Assert.Contains("<rss>", InventedPage.Refusal("<?xml version=\"1.0\"?><rss><channel/></rss>"), StringComparison.Ordinal);

    [Fact]
    public void AnEmptyFeedHoldsNothing() => Assert.Empty(Assert.IsType<PageReading.Documents>(InventedPage.Read(Feed())).Records);

    private static string Feed(params string[] entries) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><?xml-stylesheet type=\"text/xsl\" href=\"/x.xsl\"?><feed xml:lang=\"en\" xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title>\n" + string.Join("\n", entries) + "</feed>";
}

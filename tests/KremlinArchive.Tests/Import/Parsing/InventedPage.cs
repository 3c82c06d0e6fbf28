using System.Text;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Records;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Tests.Import.Parsing;

/// <summary>A small invented page in the site's markup. Nothing in it was ever published.</summary>
internal sealed record InventedPage
{
    /// <summary>The day on which the tests read: 1 June 2026, noon in Moscow.</summary>
    private static readonly PageReader Reader = new(new FixedClock(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero)));

    public string Lang { get; init; } = "en";

    public string Host { get; init; } = "http://en.kremlin.ru";

    public string Path { get; init; } = "/events/president/news/900000101";

    public string Suffix { get; init; } = "";

    public string ArticleClass { get; init; } = "read__in hentry h-entry";

    public string Title { get; init; } = "Meeting with an Invented Person";

    public string Lead { get; init; } = "";

    public string Meta { get; init; } = """<time class="read__published" datetime="2020-02-03" itemprop="datePublished">February 3, 2020</time> <div class="read__time">18:35</div>""";

    public string Body { get; init; } = "<p>One paragraph.</p>";

    public string Tags { get; init; } = "";

    public string Status { get; init; } = """<p>Published in section: <a href="/events/president/news">News</a></p><p>Publication date: <time datetime="2020-02-03">February 3, 2020, 18:35</time></p>""";

    public string Updated { get; init; } = "";

    public string Html => $"""
        <!doctype html> <html lang="{Lang}"> <head> <meta charset="utf-8"/> <title itemprop="name">{Title} • President of Russia</title>
        <meta property="og:url" content="{Host}{Path}"/> <link rel="canonical" href="{Host}{Path}" /> <script>var a = "<div><div>";</script></head>
        <body class=" is-reading"> <div class="header"><ul><li><a href="/events/president/news">Events</a></li></ul></div>
        <div class="read" role="complementary" data-href="{Host}{Path}{Suffix}"> <article class="{ArticleClass}" id="event-1"> <div class="read__content"> <div class="read__top">
        <div class="width_limiter"> <a href="/events/president/news" class="read__categ">Events</a> <h1 class="entry-title p-name" itemprop="name">{Title}</h1>
        <div class="read__lead entry-summary p-summary" id="read-lead"> <div><p>{Lead}</p></div> </div> <div class="read__meta">{Meta}</div> </div> </div>
        <div class="entry-content e-content read__internal_content" itemprop="articleBody"> {Body}
        <div class="read__bottommeta hidden-copy"> <div class="width_limiter"> <div class="read__tags masha-ignore">{Tags}</div>
        <div class="read__status masha-ignore"> <h3>Publication status</h3> {Status}
        <p class="print_link_wrap"> Direct link: <a class="print_link" href="{Host}/d/1">link</a> </p> <p> <a class="text_version_link" href="/events/president/news/copy/1">Text version</a> </p>
        </div> </div> </div> </div> </div> </article> {Updated} </div> <div class="footer"><h2>President's</h2></div></body> </html>
        """;

    public static InventedPage Russian => new() { Lang = "ru", Host = "http://kremlin.ru" };

    /// <summary>What the reader makes of bytes.</summary>
    public static PageReading Read(byte[] bytes, string source = "invented.html") => Reader.Read(Capture.Of(source, bytes));

    public static PageReading Read(string text, string source = "invented.html") => Read(Encoding.UTF8.GetBytes(text), source);

    /// <summary>The one record that a text gives.</summary>
    public static ArchiveRecord Record(string text, string source = "invented.html")
    {
        var reading = Read(text, source);
        var documents = Assert.IsType<PageReading.Documents>(reading);
        Assert.Empty(documents.Damage);
        return Assert.Single(documents.Records);
    }

    /// <summary>The reason for which a text cannot be read.</summary>
    public static string Refusal(string text, string source = "invented.html") => Assert.IsType<PageReading.Unreadable>(Read(text, source)).Reason;

    public ArchiveRecord Record() => Record(Html);

    /// <summary>The passages of a body, as "speaker | text" or the text alone.</summary>
    public static string[] Passages(string body) => [.. new InventedPage { Body = body }.Record().Passages.Select(Show)];

    public static string Show(Passage passage) => passage.Speaker is null ? passage.Text : $"{passage.Speaker} | {passage.Text}";

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

using System.Globalization;
using System.Net;
using System.Text;
using KremlinArchive.Tests.Import.Parsing;

namespace KremlinArchive.Tests.Support;

/// <summary>Invented pages, feeds and lists in the site's markup, put on the fake site. Nothing of them was ever published.</summary>
internal static class InventedSite
{
    public static string Address(int number, string section = "/events/president/news", string host = "kremlin.ru") =>
        string.Create(CultureInfo.InvariantCulture, $"http://{host}{section}/{number}");

    /// <summary>An article in Russian; its text can be told.</summary>
    public static string Page(int number, string text = "Вымышленный текст.", string section = "/events/president/news", string day = "2026-05-30") => (InventedPage.Russian with
    {
        Path = string.Create(CultureInfo.InvariantCulture, $"{section}/{number}"),
        Title = string.Create(CultureInfo.InvariantCulture, $"Вымышленная беседа {number}"),
        Meta = $"""<time class="read__published" datetime="{day}">{day}</time> <div class="read__time">18:35</div>""",
        Status = $"""<p>Опубликован в разделе: <a href="{section}">Новости</a></p><p>Дата публикации: <time datetime="{day}">{day}</time></p>""",
        Body = $"<p>{text}</p>",
    }).Html;

    /// <summary>A page of the Russian feed of everything, with these entries.</summary>
    /// <param name="next">The number of the next page; null at the end.</param>
    public static string Feed(IEnumerable<FeedItem> items, int? next = null)
    {
        var feed = new StringBuilder("""<?xml version="1.0" encoding="UTF-8" ?><?xml-stylesheet type="text/xsl" href="/static/xsl/feed.xsl" ?><feed xml:lang="ru" xmlns="http://www.w3.org/2005/Atom"><title>Все материалы</title><id>http://kremlin.ru/events/all/feed</id>""");
        if (next is not null)
            feed.Append(CultureInfo.InvariantCulture, $"""<link href="http://kremlin.ru/events/all/feed/page/{next}" rel="next" />""");
        foreach (var item in items)
        {
            feed.Append(CultureInfo.InvariantCulture, $"""
                <entry><title>Вымышленная беседа {item.Number}</title><id>{item.Address}</id><updated>{item.Updated ?? item.Published}+04:00</updated><published>{item.Published}+04:00</published>
                <link href="{item.Address}" hreflang="ru" rel="alternate" type="text/html" /><content type="html">{WebUtility.HtmlEncode($"<p>{item.Text}</p>")}</content></entry>
                """);
        }

        return feed.Append("</feed>").ToString();
    }

    /// <summary>A page of a list with these numbers.</summary>
    public static string List(IEnumerable<(int Number, string Day)> items, string? next = null)
    {
        var list = new StringBuilder("<!doctype html><html lang=\"ru\"><head><title>События</title>");
        if (next is not null)
            list.Append(CultureInfo.InvariantCulture, $"<link rel=\"next\" href=\"{next}\"/>");
        list.Append("</head><body><div class=\"lister-page\" data-page=\"1\">");
        foreach (var (number, day) in items)
        {
            list.Append(CultureInfo.InvariantCulture, $"""
                <div class="hentry h-entry hentry_event" data-id="{number}"><h3 class="hentry__title"><a href="/events/president/news/{number}" rel="bookmark"><span class="entry-title">Вымышленная беседа {number}</span>
                <time class="published" datetime="{day}">{day}</time></a></h3></div>
                """);
        }

        return list.Append("</div></body></html>").ToString();
    }

    /// <summary>Puts pages on the site.</summary>
    public static void ServePages(this FakeSite site, params IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
            site.Serve(Address(number), Page(number));
    }
}

/// <summary>An entry of an invented feed.</summary>
internal sealed record FeedItem(int Number, string Published, string Text = "Вымышленный текст.", string? Updated = null)
{
    public string Address => InventedSite.Address(Number);
}

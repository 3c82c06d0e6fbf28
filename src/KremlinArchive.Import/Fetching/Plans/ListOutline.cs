using AngleSharp.Dom;
using KremlinArchive.Import.Parsing.Html;
using KremlinArchive.Import.Parsing.Words;
using KremlinArchive.Records;

namespace KremlinArchive.Import.Fetching.Plans;

/// <summary>Reads where a page of a list leads: to the documents of its headings, and by its head to the page with older ones.</summary>
internal static class ListOutline
{
    /// <summary>The outline; null for what is no list.</summary>
    /// <param name="language">The language of the page's host.</param>
    public static Outline? Read(string html, Language language)
    {
        if (HtmlLimits.Broken(html) is not null)
            return null;
        var page = Markup.Parse(html);
        var items = page.QuerySelectorAll(".hentry h3 a[rel=bookmark], .hentry h2 a").Select(link => Item(link, language)).OfType<OutlineItem>().ToList();
        return items.Count == 0 ? null : new Outline(items, SiteAddress.Absolute(page.QuerySelector("link[rel=next]")?.GetAttribute("href"), language));
    }

    private static OutlineItem? Item(IElement link, Language language)
    {
        var address = SiteAddress.Absolute(link.GetAttribute("href"), language);
        if (SiteAddress.Parse(address)?.Record is null || FetchAddress.Of(address!) is not { } asked)
            return null;
        var day = link.QuerySelector("time[datetime]") ?? link.Closest(".hentry")?.QuerySelector("time[datetime]");
        return new OutlineItem(asked, PrintedDates.Day(day?.GetAttribute("datetime") ?? ""), null);
    }
}

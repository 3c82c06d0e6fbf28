using System.Xml;
using System.Xml.Linq;
using KremlinArchive.Import.Parsing.Words;
using KremlinArchive.Records;

namespace KremlinArchive.Import.Fetching.Plans;

/// <summary>Reads where a page of a feed leads. Times are taken by their digits: they are Moscow's clock, whatever offset stands behind them.</summary>
internal static class FeedOutline
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The outline; null for what is no feed.</summary>
    public static Outline? Read(string text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var feed = XDocument.Load(reader).Root!;
            if (feed.Name != Atom + "feed")
                return null;
            return new Outline([.. feed.Elements(Atom + "entry").Select(Item).OfType<OutlineItem>()], Link(feed, "next"));
        }
        catch (XmlException)
        {
            // The reader of pages says what is wrong with it, and where.
            return null;
        }
    }

    private static OutlineItem? Item(XElement entry)
    {
        var id = entry.Element(Atom + "id")?.Value.Trim() ?? "";
        var address = SiteAddress.Parse(id)?.Record is not null ? id : Link(entry, "alternate");
        return SiteAddress.Parse(address)?.Record is null ? null : new OutlineItem(FetchAddress.Of(address!)!, Moment(entry, "published")?.Date, Moment(entry, "updated"));
    }

    private static string? Link(XElement parent, string rel) =>
        parent.Elements(Atom + "link").FirstOrDefault(link => (string?)link.Attribute("rel") == rel)?.Attribute("href")?.Value;

    private static PrintedTime? Moment(XElement entry, string name)
    {
        var stamp = entry.Element(Atom + name)?.Value.Trim() ?? "";
        return PrintedDates.Day(stamp) is { } day ? new PrintedTime(day, PrintedDates.Time(stamp.Length >= 16 ? stamp[11..16] : "")) : null;
    }
}

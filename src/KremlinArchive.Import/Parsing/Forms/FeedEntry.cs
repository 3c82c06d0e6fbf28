using System.Xml.Linq;
using AngleSharp.Dom;
using KremlinArchive.Import.Parsing.Html;
using KremlinArchive.Import.Parsing.Kinds;
using KremlinArchive.Import.Parsing.Speech;
using KremlinArchive.Import.Parsing.Words;
using KremlinArchive.Records;

namespace KremlinArchive.Import.Parsing.Forms;

/// <summary>Reads one entry of a feed. Its times carry the offset +04:00 all year; the clock is Moscow's and the offset is false.</summary>
internal static class FeedEntry
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The entry's record, or else why there is none.</summary>
    internal static (ArchiveRecord? Record, string? Failure) Read(XElement entry, DateOnly today)
    {
        var named = Text(entry, "id");
        var address = SiteAddress.Parse(named)
            ?? SiteAddress.Parse(entry.Elements(Atom + "link").FirstOrDefault(link => (string?)link.Attribute("rel") == "alternate")?.Attribute("href")?.Value);
        if (address?.Record is null)
            return (null, named.Length == 0 ? "it has no id." : $"its id \"{named}\" is not the address of an item.");
        var title = PlainLine.Of(Text(entry, "title"));
        if (title.Length == 0)
            return (null, $"{address.Record} has no title.");
        var stamp = Text(entry, "published");
        var publication = Publication.Check(stamp.Length >= 10 ? stamp[..10] : stamp, stamp, Clock(stamp), today);
        if (publication.At is not { } published)
            return (null, stamp.Length == 0 ? $"{address.Record} has no date." : $"{address.Record}: {publication.Failure}");
        var content = Text(entry, "content");
        if (HtmlLimits.Broken(content) is { } refusal)
            return (null, $"{address.Record}: {refusal}");
        return (Record(address, title, published, entry, content), null);
    }

    private static ArchiveRecord Record(SiteAddress address, string title, PrintedTime published, XElement entry, string content)
    {
        var body = Markup.Parse(content).Body!;
        var lead = Lead(body, Text(entry, "summary"));
        IReadOnlyList<string> sections = address.Section is { } section ? [section] : [];
        return new ArchiveRecord
        {
            Id = address.Record!,
            Address = address.Canonical!,
            Title = title,
            Lead = lead.Length == 0 ? null : lead,
            Published = published,
            Kind = KindRules.Decide(title, lead, sections),
            Sections = sections,
            Updated = Moment(Text(entry, "updated")),
            // The lead that the content repeats is marked as furniture by its class.
            Passages = Transcript.Passages(BodyText.Of(body).Paragraphs, []),
        };
    }

    private static string Lead(IElement body, string summary)
    {
        var repeated = SummaryBlock(body) ?? (HtmlLimits.Broken(summary) is null ? SummaryBlock(Markup.Parse(summary).Body!) : null);
        return BodyText.Line(repeated);
    }

    private static IElement? SummaryBlock(IElement body) => body.Children.FirstOrDefault(element => element.HasClass("c-summary"));

    private static string Text(XElement entry, string name) => entry.Element(Atom + name)?.Value.Trim() ?? "";

    /// <summary>The clock's hours and minutes; seconds are left out because pages print none.</summary>
    private static string Clock(string stamp) => stamp.Length >= 16 && stamp[10] == 'T' ? stamp[11..16] : "";

    private static PrintedTime? Moment(string stamp) =>
        PrintedDates.Day(stamp) is { } day ? new PrintedTime(day, PrintedDates.Time(Clock(stamp))) : null;
}

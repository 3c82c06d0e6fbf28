using KremlinArchive.Import.Parsing.Html;
using KremlinArchive.Import.Parsing.Kinds;
using KremlinArchive.Import.Parsing.Speech;
using KremlinArchive.Import.Parsing.Words;
using KremlinArchive.Records;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Parsing.Forms;

/// <summary>Reads an article of the design of 2015, announcements and /print variants included, into its record.</summary>
internal static class ArticlePage
{
    internal static PageReading Read(HtmlPage page, PageIdentity? identity, DateOnly today)
    {
        if (identity is null)
            return new PageReading.Unreadable("The page does not say which item it is: it has no canonical address, and its source names none.");
        var title = Title(page);
        if (title.Length == 0)
            return new PageReading.Unreadable("The page has no title.");
        if (page.Body is null)
            return new PageReading.Unreadable("The article has no body: div.read__internal_content is missing.");
        var status = StatusBlock.Of(page.Bottom);
        var publication = Publication.Of(page, status, today);
        if (publication.At is not { } published)
            return new PageReading.Unreadable(publication.Failure!);

        var form = page.Shown.Contains(SitePage.Print) ? CaptureForm.Print : CaptureForm.Page;
        return PageReading.Documents.One(form, Record(page, identity, title, status, published));
    }

    private static ArchiveRecord Record(HtmlPage page, PageIdentity identity, string title, StatusBlock status, PrintedTime published)
    {
        var body = BodyText.Of(page.Body!);
        var lead = BodyText.Line(page.Lead);
        var isAnnouncement = page.EventDate is not null || page.Article?.HasClass("announce") == true;
        var sections = status.Sections.Count > 0 ? status.Sections : identity.Address.Section is { } section ? [section] : [];
        var isSpoken = !isAnnouncement && !sections.Contains("/press/accreditation");
        var persons = status.Persons.Select(tag => tag.Name);
        return new ArchiveRecord
        {
            Id = identity.Id,
            Address = identity.Address.Canonical!,
            Title = title,
            Lead = lead.Length == 0 ? null : lead,
            Published = published,
            Place = BodyText.Line(page.Place) is { Length: > 0 } place ? place : null,
            Kind = isAnnouncement ? Kind.Announcement : KindRules.Decide(title, lead, sections),
            Sections = sections,
            Topics = status.Topics,
            Persons = status.Persons,
            Countries = status.Countries,
            Regions = status.Regions,
            EventDates = isAnnouncement ? PrintedDates.Span(BodyText.Line(page.EventDate)) : null,
            Updated = UpdatedOf(page),
            Passages = isSpoken ? Transcript.Passages(body.Paragraphs, persons) : Transcript.Unspoken(body.Paragraphs),
            Related = RelatedLinks.In(body.Boxes, identity.Language),
        };
    }

    private static string Title(HtmlPage page)
    {
        var title = BodyText.Line(page.Heading);
        return title.Length > 0 ? title : DocumentTitle.Of(page);
    }

    private static PrintedTime? UpdatedOf(HtmlPage page)
    {
        if (page.Updated?.Descendants(_ => true).FirstOrDefault(element => element.LocalName == "time") is not { } time)
            return null;
        var text = BodyText.Line(time);
        return (PrintedDates.Day(time.GetAttribute("datetime")) ?? PrintedDates.SingleDay(text)) is { } day ? new PrintedTime(day, PrintedDates.Time(text)) : null;
    }
}

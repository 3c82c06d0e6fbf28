using AngleSharp.Dom;
using KremlinArchive.Import.Parsing.Html;
using KremlinArchive.Import.Parsing.Kinds;
using KremlinArchive.Import.Parsing.Speech;
using KremlinArchive.Records;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Parsing.Forms;

/// <summary>Reads an act of the acts bank: its /print page, which holds the whole text at once, or its page where that is not divided.</summary>
internal static class ActPage
{
    private const string Nameless =
        "The act's page does not say which act it is, as print pages never do; "
        + "import it under a path that mirrors its address: kremlin.ru/acts/bank/9895/print.html.";

    internal static PageReading Read(HtmlPage page, IElement body, PageIdentity? identity, DateOnly today)
    {
        if (identity is null)
            return new PageReading.Unreadable(Nameless);
        if (page.HasNextPart)
            return new PageReading.Unreadable($"The page holds only the first part of the act; import {identity.Address.Canonical}/print, which holds all of it.");
        var title = BodyText.Line(page.Heading) is { Length: > 0 } heading ? heading : DocumentTitle.Of(page);
        if (title.Length == 0)
            return new PageReading.Unreadable("The act has no title.");
        var publication = Publication.Check(page.Published?.GetAttribute("datetime"), title, "", today);
        if (publication.At is not { } published)
            return new PageReading.Unreadable($"The act's title, \"{title}\", has no date that can be read. {publication.Failure}");

        var paragraphs = body.LocalName == "pre" && body.Children.Length == 0
            ? FixedWidthText.Paragraphs(body.TextContent)
            : BodyText.Of(body).Paragraphs;
        if (paragraphs.Count == 0)
            return new PageReading.Unreadable("The act has no text.");
        return PageReading.Documents.One(page.IsActPrint ? CaptureForm.Print : CaptureForm.Page, new ArchiveRecord
        {
            Id = identity.Id,
            Address = identity.Address.Canonical!,
            Title = title,
            Lead = BodyText.Line(page.Lead) is { Length: > 0 } lead ? lead : null,
            Published = published,
            Kind = KindRules.Decide(title, BodyText.Line(page.Lead), [identity.Address.Section ?? "/acts/bank"]),
            Sections = [identity.Address.Section ?? "/acts/bank"],
            Passages = Transcript.Unspoken(paragraphs),
        });
    }
}

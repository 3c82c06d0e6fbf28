using KremlinArchive.Import.Parsing.Bytes;
using KremlinArchive.Import.Parsing.Forms;
using KremlinArchive.Import.Parsing.Html;
using KremlinArchive.Records;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Parsing;

/// <summary>Reads an HTML page: parses it once, tells what page it is and gives it to the reader of that form.</summary>
internal static class HtmlReading
{
    internal static PageReading Read(string html, string source, DateOnly today)
    {
        if (HtmlLimits.Broken(html) is { } refusal)
            return new PageReading.Unreadable(refusal);
        if (Truncation.In(html) is { } cut)
            return new PageReading.Unreadable(cut);

        if (Garbled.In(html) is { } garbled)
            return new PageReading.Unreadable(garbled);

        var page = HtmlPage.Of(Markup.Parse(html));
        var identity = PageIdentity.Of(page, source);
        var isAct = identity?.Id.Collection == Collection.Acts;
        if (page.Article is not null && !isAct && !page.IsGallery && !page.Shown.Contains(SitePage.Videos))
            return ArticlePage.Read(page, identity, today);
        if (OtherPage.Of(page, source) is { } skipped)
            return skipped;
        if (page.CopyText is not null)
            return TextCopy.Read(page.CopyText.TextContent, CaptureForm.Copy, identity?.Address, today);
        if ((page.ActBody ?? (isAct ? page.Preformatted : null)) is { } act)
            return ActPage.Read(page, act, identity, today);
        if (page.Body is not null && identity?.Id.Collection == Collection.Supplement)
            return ArticlePage.Read(page, identity, today);
        return new PageReading.Unreadable(OtherPage.Unknown(page));
    }
}

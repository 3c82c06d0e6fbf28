using KremlinArchive.Import.Parsing.Html;
using KremlinArchive.Import.Parsing.Words;

namespace KremlinArchive.Import.Parsing.Forms;

/// <summary>Reads the title element, without the site's name after the mark.</summary>
internal static class DocumentTitle
{
    private static readonly char[] Marks = ['•', '∙'];

    internal static string Of(HtmlPage page)
    {
        var text = PlainLine.Of(page.DocumentTitle?.TextContent ?? "");
        var mark = text.LastIndexOfAny(Marks);
        return mark < 0 ? text : text[..mark].TrimEnd();
    }
}

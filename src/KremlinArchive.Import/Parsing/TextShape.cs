using System.Text.RegularExpressions;

namespace KremlinArchive.Import.Parsing;

/// <summary>The shapes in which text comes.</summary>
internal enum Shape
{
    Html,
    Xml,
    Plain,
}

/// <summary>Tells the shape of a text by its beginning; a name's extension proves nothing.</summary>
internal static partial class TextShape
{
    private const int Looked = 4096;

    internal static Shape Of(string text)
    {
        var start = text.AsSpan().TrimStart();
        var head = start[..Math.Min(start.Length, Looked)];
        if (head.IsEmpty || head[0] != '<')
            return Shape.Plain;
        if (HtmlMark().IsMatch(head))
            return Shape.Html;
        return XmlMark().IsMatch(head) ? Shape.Xml : Shape.Html;
    }

    [GeneratedRegex(@"^<(?:\?xml|feed|rss)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex XmlMark();

    [GeneratedRegex(
        @"^(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body|article|div|title|meta|p)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlMark();
}

using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace KremlinArchive.Import.Parsing.Html;

/// <summary>Parses HTML in the cheapest way, and the few questions that readers ask of elements.</summary>
internal static class Markup
{
    private static readonly HtmlParserOptions Options = new()
    {
        IsScripting = false,
        IsNotSupportingFrames = true,
        DisableElementPositionTracking = true,
        SkipComments = true,
        SkipScriptText = true,
        SkipRawText = true,
        ShouldEmitAttribute = IsAskedFor,
    };

    // What a parser is made of costs as much as a tenth of a page. It serves one page at a time.
    [ThreadStatic]
    private static HtmlParser? parser;

    /// <summary>Parses a page or a fragment. The text must have passed <see cref="HtmlLimits"/>.</summary>
    internal static IDocument Parse(string html) => (parser ??= new HtmlParser(Options)).ParseDocument(html);

    internal static string Classes(this IElement element) => element.GetAttribute("class") ?? "";

    /// <summary>True if a white-space separated list of class names holds a name.</summary>
    internal static bool Has(string classes, string name)
    {
        for (var from = 0; classes.IndexOf(name, from, StringComparison.Ordinal) is var at && at >= 0; from = at + 1)
        {
            var end = at + name.Length;
            if ((at == 0 || char.IsWhiteSpace(classes[at - 1])) && (end == classes.Length || char.IsWhiteSpace(classes[end])))
                return true;
        }

        return false;
    }

    internal static bool HasClass(this IElement element, string name) => Has(element.Classes(), name);

    /// <summary>The elements below an element in the order of the page; of those for which <paramref name="enter"/> is false, not their content.</summary>
    internal static IEnumerable<IElement> Descendants(this INode root, Func<IElement, bool> enter)
    {
        var path = new Stack<(INodeList Nodes, int Next)>();
        path.Push((root.ChildNodes, 0));
        while (path.TryPop(out var level))
        {
            if (level.Next >= level.Nodes.Length)
                continue;
            path.Push((level.Nodes, level.Next + 1));
            if (level.Nodes[level.Next] is not IElement element)
                continue;
            yield return element;
            if (element.HasChildNodes && enter(element))
                path.Push((element.ChildNodes, 0));
        }
    }

    /// <summary>
    /// Keeps the attributes that readers ask for, and those by which a parser tells where an element belongs: a hidden input in a table, a font in a
    /// drawing, formatting left open that is or is not the same as another.
    /// </summary>
    private static bool IsAskedFor(ref StructHtmlToken tag, ReadOnlyMemory<char> attribute) =>
        attribute.Span is "class" or "href" or "id" or "rel" or "lang" or "property" or "content" or "datetime" or "data-href"
            or "type" or "encoding" or "color" or "face" or "size"
        || tag.Name.Memory.Span is "b" or "big" or "code" or "em" or "font" or "i" or "nobr" or "s" or "small" or "strike" or "strong" or "tt" or "u";
}

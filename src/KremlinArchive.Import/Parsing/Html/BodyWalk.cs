using AngleSharp.Dom;
using KremlinArchive.Import.Parsing.Speech;

namespace KremlinArchive.Import.Parsing.Html;

/// <summary>Paragraphs in a row that are all in a quote, or all outside of quotes.</summary>
internal sealed record Piece(IReadOnlyList<Paragraph> Paragraphs, bool IsQuote);

/// <summary>One walk through an element: text goes into paragraphs, furniture is passed by, boxes with links are set aside.</summary>
internal sealed class BodyWalk
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr",
        "pre", "section", "article", "aside", "header", "footer", "main", "address", "hr", "center", "details", "summary", "fieldset",
    };

    private readonly ParagraphBuilder builder = new();
    private readonly List<Piece> pieces = [];
    private readonly List<IElement> boxes = [];

    private BodyWalk()
    {
    }

    internal static (IReadOnlyList<Piece> Pieces, IReadOnlyList<IElement> Boxes) Through(IElement element)
    {
        var walk = new BodyWalk();
        walk.Children(element, TextStyle.Plain);
        walk.EndPiece(isQuote: false);
        return (walk.pieces, walk.boxes);
    }

    private void Children(INode node, TextStyle style)
    {
        var children = node.ChildNodes;
        for (var at = 0; at < children.Length; at++)
        {
            if (children[at] is IText text)
                builder.Text(text.Data, style);
            else if (children[at] is IElement element && !PassBy(element))
                Element(element, style);
        }
    }

    private bool PassBy(IElement element)
    {
        if (!Furniture.Is(element))
            return false;
        if (Furniture.IsBox(element))
            boxes.Add(element);
        return true;
    }

    private void Element(IElement element, TextStyle style)
    {
        switch (element.LocalName)
        {
            case "br":
                builder.Space();
                break;
            case "b" or "strong":
                Children(element, style | TextStyle.Bold);
                break;
            case "i" or "em":
                Children(element, style | TextStyle.Italic);
                break;
            case "td" or "th":
                builder.Space();
                Children(element, style);
                builder.Space();
                break;
            case "blockquote":
                EndPiece(isQuote: false);
                Children(element, style);
                EndPiece(isQuote: true);
                break;
            case var name when Blocks.Contains(name):
                builder.End(ParagraphRole.Text);
                Children(element, style);
                builder.End(IsHeading(name) ? ParagraphRole.Heading : ParagraphRole.Text);
                break;
            default:
                Children(element, style);
                break;
        }
    }

    private void EndPiece(bool isQuote)
    {
        if (builder.Take() is { Count: > 0 } paragraphs)
            pieces.Add(new Piece(paragraphs, isQuote));
    }

    private static bool IsHeading(string name) => name.Length == 2 && name[0] == 'h' && char.IsAsciiDigit(name[1]);
}

using AngleSharp.Dom;
using KremlinArchive.Import.Parsing.Speech;
using KremlinArchive.Import.Parsing.Words;

namespace KremlinArchive.Import.Parsing.Html;

/// <summary>Walks the body of a page once and gives its text in paragraphs, without the furniture.</summary>
internal sealed class BodyText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr",
        "blockquote", "pre", "section", "article", "aside", "header", "footer", "main", "address", "hr", "center", "details", "summary", "fieldset",
    };

    private readonly ParagraphBuilder builder = new();
    private readonly List<IElement> boxes = [];

    private BodyText()
    {
    }

    /// <summary>The paragraphs; quotes that only repeat the text are left out.</summary>
    internal required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>The boxes with links that stand between and after the paragraphs.</summary>
    internal IReadOnlyList<IElement> Boxes => boxes;

    /// <summary>The text of a page's body.</summary>
    internal static BodyText Of(IElement body)
    {
        var walk = new BodyText { Paragraphs = [] };
        var pieces = new List<Piece>();
        walk.Children(body, TextStyle.Plain, pieces);
        pieces.Add(new Piece(walk.builder.Take(), IsQuote: false));
        var text = new BodyText { Paragraphs = PullQuotes.Drop(pieces) };
        text.boxes.AddRange(walk.boxes);
        return text;
    }

    /// <summary>All text of an element on one line: a title, a lead, a place.</summary>
    internal static string Line(IElement? element)
    {
        if (element is null)
            return "";
        var walk = new BodyText { Paragraphs = [] };
        var pieces = new List<Piece>();
        walk.Children(element, TextStyle.Plain, pieces);
        pieces.Add(new Piece(walk.builder.Take(), IsQuote: false));
        return PlainLine.Of(string.Join(' ', pieces.SelectMany(piece => piece.Paragraphs).Select(paragraph => paragraph.Text)));
    }

    private void Children(INode node, TextStyle style, List<Piece> pieces)
    {
        var children = node.ChildNodes;
        for (var at = 0; at < children.Length; at++)
        {
            if (children[at] is IText text)
                builder.Text(text.Data, style);
            else if (children[at] is IElement element)
                Element(element, style, pieces);
        }
    }

    private void Element(IElement element, TextStyle style, List<Piece> pieces)
    {
        if (Furniture.Is(element))
        {
            if (Furniture.IsBox(element))
                boxes.Add(element);
            return;
        }

        switch (element.LocalName)
        {
            case "br":
                builder.Space();
                break;
            case "b" or "strong":
                Children(element, style | TextStyle.Bold, pieces);
                break;
            case "i" or "em":
                Children(element, style | TextStyle.Italic, pieces);
                break;
            case "td" or "th":
                builder.Space();
                Children(element, style, pieces);
                builder.Space();
                break;
            case "blockquote":
                pieces.Add(new Piece(builder.Take(), IsQuote: false));
                Children(element, style, pieces);
                pieces.Add(new Piece(builder.Take(), IsQuote: true));
                break;
            case var name when Blocks.Contains(name):
                builder.End(ParagraphRole.Text);
                Children(element, style, pieces);
                builder.End(IsHeading(name) ? ParagraphRole.Heading : ParagraphRole.Text);
                break;
            default:
                Children(element, style, pieces);
                break;
        }
    }

    private static bool IsHeading(string name) => name.Length == 2 && name[0] == 'h' && char.IsAsciiDigit(name[1]);

    /// <summary>Paragraphs in a row that are all in a quote, or all outside of quotes.</summary>
    internal sealed record Piece(IReadOnlyList<Paragraph> Paragraphs, bool IsQuote);
}

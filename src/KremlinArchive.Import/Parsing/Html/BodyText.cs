using AngleSharp.Dom;
using KremlinArchive.Import.Parsing.Speech;
using KremlinArchive.Import.Parsing.Words;

namespace KremlinArchive.Import.Parsing.Html;

/// <summary>The text of a page's body in paragraphs, without the furniture.</summary>
/// <param name="Paragraphs">The paragraphs; quotes that only repeat the text are left out.</param>
/// <param name="Boxes">The boxes with links that stand between and after the paragraphs.</param>
internal sealed record BodyText(IReadOnlyList<Paragraph> Paragraphs, IReadOnlyList<IElement> Boxes)
{
    internal static BodyText Of(IElement body)
    {
        var (pieces, boxes) = BodyWalk.Through(body);
        return new BodyText(PullQuotes.Drop(pieces), boxes);
    }

    /// <summary>All text of an element on one line: a title, a lead, a place.</summary>
    internal static string Line(IElement? element)
    {
        if (element is null)
            return "";
        var (pieces, _) = BodyWalk.Through(element);
        return PlainLine.Of(string.Join(' ', pieces.SelectMany(piece => piece.Paragraphs).Select(paragraph => paragraph.Text)));
    }
}

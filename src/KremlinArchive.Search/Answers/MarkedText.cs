using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace KremlinArchive.Search.Answers;

/// <summary>A run of text that matched, or one that did not.</summary>
/// <param name="Text">The text itself, not encoded.</param>
/// <param name="IsMatch">True if the query matched exactly this.</param>
public readonly record struct MarkedPiece(string Text, bool IsMatch);

/// <summary>A text with what matched marked in it. Pages render its pieces; only programs receive it as HTML.</summary>
/// <param name="Pieces">The text in order; joined, they are the text.</param>
public sealed record MarkedText(IReadOnlyList<MarkedPiece> Pieces)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text without marks.</summary>
    public override string ToString() => string.Concat(Pieces.Select(piece => piece.Text));

    /// <summary>Encoded text in which <c>mark</c> elements, the only markup, hold exactly what matched.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder();
        foreach (var (text, isMatch) in Pieces)
        {
            var encoded = Encoder.Encode(text);
            html.Append(isMatch ? $"<mark>{encoded}</mark>" : encoded);
        }

        return html.ToString();
    }
}

/// <summary>A whole record with what a query matched marked in it, for the reading page.</summary>
/// <param name="Title">The title.</param>
/// <param name="Lead">The lead; null where there is none.</param>
/// <param name="Passages">The texts of the passages, in order.</param>
public sealed record MarkedRecord(MarkedText Title, MarkedText? Lead, IReadOnlyList<MarkedText> Passages);

using KremlinArchive.Import.Parsing.Speech;

namespace KremlinArchive.Import.Parsing.Html;

/// <summary>
/// Tells quotes set large between the paragraphs, which repeat a sentence of the text, from quotes that are text.
/// Editors shorten and smooth what they pull, so most of the quote's word triples, not all of its letters, must stand in the text.
/// </summary>
internal static class PullQuotes
{
    private const double RepeatedShare = 0.65;

    /// <summary>All paragraphs but those of quotes that repeat the text.</summary>
    internal static IReadOnlyList<Paragraph> Drop(IReadOnlyList<Piece> pieces)
    {
        if (pieces.All(piece => !piece.IsQuote))
            return [.. pieces.SelectMany(piece => piece.Paragraphs)];
        var text = new List<string>();
        foreach (var piece in pieces.Where(piece => !piece.IsQuote))
            text.AddRange(piece.Paragraphs.SelectMany(paragraph => Words(paragraph.Text)));
        var triples = Triples(text).ToHashSet();
        return [.. pieces.Where(piece => !piece.IsQuote || !IsRepeated(piece, triples, text)).SelectMany(piece => piece.Paragraphs)];
    }

    private static bool IsRepeated(Piece quote, HashSet<(string, string, string)> triples, List<string> text)
    {
        var words = quote.Paragraphs.SelectMany(paragraph => Words(paragraph.Text)).ToList();
        if (words.Count < 3)
            return words.All(text.Contains);
        var all = Triples(words).ToList();
        return all.Count(triples.Contains) >= RepeatedShare * all.Count;
    }

    private static IEnumerable<(string First, string Second, string Third)> Triples(List<string> words) =>
        Enumerable.Range(0, Math.Max(0, words.Count - 2)).Select(at => (words[at], words[at + 1], words[at + 2]));

    private static IEnumerable<string> Words(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var from = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
                at++;
            if (at > from)
                yield return text[from..at].ToLowerInvariant();
            at++;
        }
    }
}

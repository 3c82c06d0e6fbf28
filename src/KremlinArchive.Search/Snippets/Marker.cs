using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Queries;

namespace KremlinArchive.Search.Snippets;

/// <summary>
/// Finds in a text exactly what a query matches there: by cutting and analyzing it as the index did, so that a mark is a match
/// and nothing else is. A phrase is one mark.
/// </summary>
internal sealed class Marker(IReadOnlyList<QueryPart> wanted)
{
    private readonly List<(WordForms Forms, int Start, int End)> words = [];

    /// <summary>The matches in order, without overlaps.</summary>
    public IReadOnlyList<TextSpan> Find(string text)
    {
        if (wanted.Count == 0)
            return [];
        Cut(text);
        var found = new List<TextSpan>();
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var part in wanted)
            {
                if (Matches(part, at))
                    found.Add(new TextSpan(words[at].Start, words[at + part.Words.Count - 1].End));
            }
        }

        return TextSpan.Merge(found);
    }

    /// <summary>The whole text with its matches marked.</summary>
    public MarkedText Mark(string text) => Mark(text, Find(text), 0, text.Length);

    /// <summary>A part of a text, with the matches that lie in it whole marked.</summary>
    public static MarkedText Mark(string text, IReadOnlyList<TextSpan> spans, int from, int to)
    {
        var pieces = new List<MarkedPiece>();
        var at = from;
        foreach (var span in spans.Where(span => span.Start >= from && span.End <= to))
        {
            if (span.Start > at)
                pieces.Add(new MarkedPiece(text[at..span.Start], false));
            pieces.Add(new MarkedPiece(text[span.Start..span.End], true));
            at = span.End;
        }

        if (at < to)
            pieces.Add(new MarkedPiece(text[at..to], false));
        return new MarkedText(pieces);
    }

    private void Cut(string text)
    {
        words.Clear();
        var isShouted = Acronym.IsShouted(text);
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
            words.Add((Lexicon.Of(scanner.Word, isShouted), scanner.Start, scanner.End));
    }

    private bool Matches(QueryPart part, int at)
    {
        if (at + part.Words.Count > words.Count)
            return false;
        for (var i = 0; i < part.Words.Count; i++)
        {
            if (!part.Words[i].Finds(words[at + i].Forms))
                return false;
        }

        return true;
    }
}

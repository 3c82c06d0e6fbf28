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
    /// <summary>The matches in order, without overlaps.</summary>
    public IReadOnlyList<TextSpan> Find(string text)
    {
        if (wanted.Count == 0)
            return [];
        var read = TextWords.Of(text);
        var found = new List<TextSpan>();
        for (var at = 0; at < read.Words.Count; at++)
        {
            foreach (var part in wanted)
            {
                if (EndOf(part, read, at) is { } end)
                    found.Add(new TextSpan(read.Words[at].Start, read.Words[end - 1].End));
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

    /// <summary>The word behind what a part matches from a word on; null if it does not.</summary>
    private static int? EndOf(QueryPart part, TextWords text, int at)
    {
        if (at + part.Words.Count > text.Words.Count)
            return null;
        int? end = null;
        for (var i = 0; i < part.Words.Count; i++)
        {
            end = text.FindAt(at + i, part.Words[i]);
            if (end is null)
                return null;
        }

        return end;
    }
}

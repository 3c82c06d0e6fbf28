using KremlinArchive.Search.Answers;

namespace KremlinArchive.Search.Snippets;

/// <summary>Cuts a long passage down to the part with the most matches, between words.</summary>
internal static class SnippetWindow
{
    private const int Length = 320, Before = 70;

    private const string Ellipsis = "…";

    public static MarkedText Cut(string text, IReadOnlyList<TextSpan> spans)
    {
        if (text.Length <= Length)
            return Marker.Mark(text, spans, 0, text.Length);
        var from = Start(text, spans);
        var to = End(text, from, spans);
        var marked = Marker.Mark(text, spans, from, to);
        return new MarkedText(
        [
            .. from > 0 ? [new MarkedPiece(Ellipsis + " ", false)] : Array.Empty<MarkedPiece>(),
            .. marked.Pieces,
            .. to < text.Length ? [new MarkedPiece(" " + Ellipsis, false)] : Array.Empty<MarkedPiece>(),
        ]);
    }

    private static int Start(string text, IReadOnlyList<TextSpan> spans)
    {
        if (spans.Count == 0)
            return 0;
        var best = Enumerable.Range(0, spans.Count).MaxBy(first => Together(spans, first));
        var wished = Math.Min(spans[best].Start - Before, text.Length - Length);
        if (wished <= 0)
            return 0;

        // The beginning of a word; where there is none, the match itself.
        var space = text.IndexOf(' ', wished - 1, spans[best].Start - wished + 1);
        return space >= 0 ? space + 1 : spans[best].Start;
    }

    private static int End(string text, int from, IReadOnlyList<TextSpan> spans)
    {
        var wished = from + Length;
        if (wished >= text.Length)
            return text.Length;
        var last = spans.Where(span => span.Start >= from && span.Start < wished).Select(span => span.End).DefaultIfEmpty(from).Last();
        var space = text.LastIndexOf(' ', wished, Length);
        if (space > from && space >= Math.Min(last, wished))
            return space;
        return Math.Max(last, char.IsLowSurrogate(text[wished]) ? wished - 1 : wished);
    }

    private static int Together(IReadOnlyList<TextSpan> spans, int first)
    {
        var together = 0;
        for (var i = first; i < spans.Count && spans[i].End <= spans[first].Start + Length - Before; i++)
            together++;
        return together;
    }
}

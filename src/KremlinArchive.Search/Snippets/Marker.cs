using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Queries.Tree;

namespace KremlinArchive.Search.Snippets;

/// <summary>
/// Finds in a text exactly what a query matches there: by cutting and analyzing it as the index did, so that a mark is a match
/// and nothing else is. A phrase is one mark.
/// </summary>
internal sealed class Marker(IReadOnlyList<SoughtWords> wanted)
{
    /// <summary>The matches in a title, in order, without overlaps.</summary>
    public IReadOnlyList<TextSpan> FindInTitle(string text) =>
        Find(text, wanted.Where(words => words is { Field: null, Speaker: null } or { Field: QueryField.Title }));

    /// <summary>The matches in a lead.</summary>
    public IReadOnlyList<TextSpan> FindInLead(string text) => Find(text, wanted.Where(words => words is { Field: null, Speaker: null }));

    /// <summary>The matches in a passage.</summary>
    /// <param name="speaker">Who speaks in it, as printed; null for nobody.</param>
    public IReadOnlyList<TextSpan> FindInPassage(string text, string? speaker) =>
        Find(text, wanted.Where(words => words.Field is null or QueryField.Text && (words.Speaker is null || IsMeant(speaker, words.Speaker))));

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

    /// <summary>The whole text with these matches marked.</summary>
    public static MarkedText Mark(string text, IReadOnlyList<TextSpan> spans) => Mark(text, spans, 0, text.Length);

    private static List<TextSpan> Find(string text, IEnumerable<SoughtWords> sought)
    {
        CutText? cut = null;
        var found = new List<TextSpan>();
        foreach (var words in sought)
            found.AddRange((cut ??= new CutText(text)).Find(words.Words));
        return TextSpan.Merge(found);
    }

    private static bool IsMeant(string? label, QueryNode speaker)
    {
        if (label is null)
            return false;
        var cut = new CutText(label);
        return SpeakerMatch.Of(speaker, 1, words => [cut.Find(words).Count > 0])[0];
    }
}

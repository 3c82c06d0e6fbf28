using KremlinArchive.Search.Answers;

namespace KremlinArchive.Search.Snippets;

/// <summary>A text and what a query matches in it, found once.</summary>
internal sealed class FoundText(string text, IReadOnlyList<TextSpan> spans)
{
    /// <summary>How many matches it has.</summary>
    public int Count => spans.Count;

    /// <summary>The matches as printed.</summary>
    public IEnumerable<string> Words => spans.Select(span => text[span.Start..span.End]);

    /// <summary>The whole text.</summary>
    public MarkedText Marked => Marker.Mark(text, spans);

    /// <summary>The part with the most matches.</summary>
    public MarkedText Cut() => SnippetWindow.Cut(text, spans);
}

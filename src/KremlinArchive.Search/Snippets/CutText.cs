using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Queries.Tree;

namespace KremlinArchive.Search.Snippets;

/// <summary>A text cut into words as the index cuts it.</summary>
internal sealed class CutText
{
    private readonly List<(WordForms Forms, int Start, int End)> words = [];

    public CutText(string text)
    {
        var isShouted = Acronym.IsShouted(text);
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
            words.Add((Lexicon.Of(scanner.Word, isShouted), scanner.Start, scanner.End));
    }

    /// <summary>Where in the text the words of a query stand together.</summary>
    public IReadOnlyList<TextSpan> Find(WordsNode sought)
    {
        var positions = new ArraySegment<int>[sought.Words.Count];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = Find(sought.Words[i]);
            if (positions[i].Count == 0)
                return [];
        }

        return [.. Adjacency.Spans(positions, sought.Reach).Select(span => new TextSpan(words[span.Start].Start, words[span.End - 1].End))];
    }

    private int[] Find(QueryWord sought)
    {
        var found = new List<int>();
        for (var at = 0; at < words.Count; at++)
        {
            if (sought.Finds(words[at].Forms))
                found.Add(at);
        }

        return [.. found];
    }
}

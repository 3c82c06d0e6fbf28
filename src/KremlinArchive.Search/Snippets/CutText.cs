using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Queries.Tree;

namespace KremlinArchive.Search.Snippets;

/// <summary>A text cut into words and compounds as the index cuts it.</summary>
internal sealed class CutText(string text)
{
    private readonly TextWords cut = TextWords.Of(text);

    /// <summary>Where in the text the words of a query stand together.</summary>
    public IReadOnlyList<TextSpan> Find(WordsNode sought)
    {
        if (sought.Words is [var single])
            return [.. Ends(single).Select(found => new TextSpan(cut.Words[found.Word].Start, cut.Words[found.End - 1].End))];
        var positions = new ArraySegment<int>[sought.Words.Count];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = Ends(sought.Words[i]).Select(found => found.Word).ToArray();
            if (positions[i].Count == 0)
                return [];
        }

        return [.. Adjacency.Spans(positions, sought.Reach).Select(span => new TextSpan(cut.Words[span.Start].Start, cut.Words[span.End - 1].End))];
    }

    /// <summary>The words that are meant, by themselves or as the first of a compound, each with the word behind it.</summary>
    private IEnumerable<(int Word, int End)> Ends(QueryWord sought)
    {
        for (var word = 0; word < cut.Words.Count; word++)
        {
            if (cut.FindAt(word, sought.Finds) is { } end)
                yield return (word, end);
        }
    }
}

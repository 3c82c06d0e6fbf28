using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Queries;
using Lucene.Net.Index;

namespace KremlinArchive.Search.Snippets;

/// <summary>
/// Where the parts of a query stand in a field, from the index alone. Serves one segment, whose documents it is asked for in their
/// order.
/// </summary>
internal sealed class FieldPositions(AtomicReader segment, string field)
{
    private readonly Dictionary<string, DocsAndPositionsEnum?> postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> read = new(StringComparer.Ordinal);
    private int present = -1;

    /// <summary>Where a word stands, or where a phrase begins, in order.</summary>
    public int[] Of(QueryPart part, int doc)
    {
        if (doc != present)
            read.Clear();
        present = doc;
        var first = Of(part.Words[0], doc);
        if (part.Words.Count == 1 || first.Length == 0)
            return first;
        var others = part.Words.Skip(1).Select(word => Of(word, doc)).ToList();
        return [.. first.Where(position => Stand(others, position + 1))];
    }

    private static bool Stand(List<int[]> others, int position)
    {
        for (var i = 0; i < others.Count; i++)
        {
            if (Array.BinarySearch(others[i], position + i) < 0)
                return false;
        }

        return true;
    }

    private int[] Of(WordForms word, int doc)
    {
        var places = Of(word.Needed[0], doc);
        for (var i = 1; i < word.Needed.Count; i++)
            places = Union(places, Of(word.Needed[i], doc));
        return places;
    }

    private static int[] Union(int[] one, int[] other)
    {
        if (one.Length == 0 || other.Length == 0)
            return one.Length == 0 ? other : one;
        var union = new List<int>(Math.Max(one.Length, other.Length));
        for (var (i, j) = (0, 0); i < one.Length || j < other.Length;)
        {
            var next = Math.Min(i < one.Length ? one[i] : int.MaxValue, j < other.Length ? other[j] : int.MaxValue);
            union.Add(next);
            if (i < one.Length && one[i] == next)
                i++;
            if (j < other.Length && other[j] == next)
                j++;
        }

        return [.. union];
    }

    // Postings are walked through once, and several words may share a stem: what was read of a document is kept until the next.
    private int[] Of(string term, int doc)
    {
        if (read.TryGetValue(term, out var positions))
            return positions;
        if (!postings.TryGetValue(term, out var entries))
            postings[term] = entries = segment.GetTermPositionsEnum(new Term(field, term));
        if (entries is null || entries.DocID > doc || (entries.DocID < doc && entries.Advance(doc) != doc))
            return read[term] = [];
        positions = new int[entries.Freq];
        for (var i = 0; i < positions.Length; i++)
            positions[i] = entries.NextPosition();
        return read[term] = positions;
    }
}

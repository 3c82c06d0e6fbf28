using System.Numerics;
using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Queries;
using Lucene.Net.Index;

namespace KremlinArchive.Search.Snippets;

/// <summary>
/// Picks the passages of a record that show best what matched, from the positions in the index alone: no text is read. Serves one
/// segment, whose documents it is asked for in their order.
/// </summary>
internal sealed class PassagePicker
{
    private const int MostPassages = 3;

    private readonly AtomicReader segment;
    private readonly IReadOnlyList<QueryPart> wanted;
    private readonly Dictionary<string, DocsAndPositionsEnum?> postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> read = new(StringComparer.Ordinal);
    private readonly BinaryDocValues? layouts;

    public PassagePicker(AtomicReader segment, IReadOnlyList<QueryPart> wanted)
    {
        this.segment = segment;
        this.wanted = wanted;
        layouts = segment.GetBinaryDocValues(FieldNames.Layout);
    }

    /// <summary>The passages to show, from 0 and in the order of the text; the first one if the text has no match, none if there is no text.</summary>
    public IReadOnlyList<int> Pick(int doc)
    {
        if (layouts is null)
            return [];
        read.Clear();
        var packed = new Lucene.Net.Util.BytesRef();
        layouts.Get(doc, packed);
        var layout = PassageLayout.Unpack(packed);
        if (layout.Count == 0)
            return [];
        var matches = Matches(doc, layout);
        return Best(matches) is { Count: > 0 } best ? best : [0];
    }

    /// <summary>Which parts of the query each passage holds, and how often any.</summary>
    private PassageMatches[] Matches(int doc, PassageLayout layout)
    {
        var matches = new PassageMatches[layout.Count];
        for (var part = 0; part < wanted.Count; part++)
        {
            var passage = 0;
            foreach (var position in Positions(wanted[part], doc))
            {
                passage = layout.PassageAt(position, passage);
                ref var match = ref matches[passage];
                match = new PassageMatches(match.Parts | (1UL << part), match.Count + 1);
            }
        }

        return matches;
    }

    /// <summary>The passage with the most parts first, then those that hold what is not shown yet.</summary>
    private static List<int> Best(PassageMatches[] matches)
    {
        var (picked, shown) = (new List<int>(), 0UL);
        while (picked.Count < MostPassages)
        {
            var best = -1;
            for (var passage = 0; passage < matches.Length; passage++)
            {
                if (matches[passage].Count > 0 && !picked.Contains(passage) && (best < 0 || matches[passage].Worth(shown) > matches[best].Worth(shown)))
                    best = passage;
            }

            if (best < 0)
                break;
            picked.Add(best);
            shown |= matches[best].Parts;
        }

        picked.Sort();
        return picked;
    }

    /// <summary>Where a word stands, or where a phrase begins, in order.</summary>
    private int[] Positions(QueryPart part, int doc)
    {
        var first = Positions(part.Words[0], doc);
        if (part.Words.Count == 1 || first.Length == 0)
            return first;
        var others = part.Words.Skip(1).Select(word => Positions(word, doc)).ToList();
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

    private int[] Positions(WordForms word, int doc)
    {
        var places = Positions(word.Terms[0], doc);
        for (var i = 1; i < word.Terms.Count; i++)
            places = Union(places, Positions(word.Terms[i], doc));
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
    private int[] Positions(string term, int doc)
    {
        if (read.TryGetValue(term, out var positions))
            return positions;
        if (!postings.TryGetValue(term, out var entries))
            postings[term] = entries = segment.GetTermPositionsEnum(new Term(FieldNames.Text, term));
        if (entries is null || entries.DocID > doc || (entries.DocID < doc && entries.Advance(doc) != doc))
            return read[term] = [];
        positions = new int[entries.Freq];
        for (var i = 0; i < positions.Length; i++)
            positions[i] = entries.NextPosition();
        return read[term] = positions;
    }

    private readonly record struct PassageMatches(ulong Parts, int Count)
    {
        public int Worth(ulong shown) =>
            (BitOperations.PopCount(Parts & ~shown) * 1_000) + (BitOperations.PopCount(Parts) * 10) + Math.Min(Count, 5);
    }
}

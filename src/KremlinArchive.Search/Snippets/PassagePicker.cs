using System.Numerics;
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
        return matches.Count == 0 ? [0] : Best(matches);
    }

    /// <summary>By passage: which parts of the query it holds, and how often any.</summary>
    private Dictionary<int, (ulong Parts, int Count)> Matches(int doc, PassageLayout layout)
    {
        var matches = new Dictionary<int, (ulong Parts, int Count)>();
        for (var part = 0; part < wanted.Count; part++)
        {
            foreach (var position in Positions(wanted[part], doc))
            {
                var passage = layout.PassageAt(position);
                var (parts, count) = matches.GetValueOrDefault(passage);
                matches[passage] = (parts | (1UL << part), count + 1);
            }
        }

        return matches;
    }

    /// <summary>The passage with the most parts first, then those that hold what is not shown yet.</summary>
    private static List<int> Best(Dictionary<int, (ulong Parts, int Count)> matches)
    {
        var (picked, shown) = (new List<int>(), 0UL);
        while (picked.Count < MostPassages && matches.Count > 0)
        {
            var (passage, (parts, _)) = matches.MinBy(match => (
                -BitOperations.PopCount(match.Value.Parts & ~shown), -BitOperations.PopCount(match.Value.Parts), -Math.Min(match.Value.Count, 5), match.Key));
            picked.Add(passage);
            shown |= parts;
            matches.Remove(passage);
        }

        picked.Sort();
        return picked;
    }

    /// <summary>Where a word stands, or where a phrase begins.</summary>
    private IEnumerable<int> Positions(QueryPart part, int doc)
    {
        var first = Positions(part.Words[0], doc);
        if (part.Words.Count == 1 || first.Count == 0)
            return first;
        var others = part.Words.Skip(1).Select(word => Positions(word, doc)).ToList();
        return first.Where(position => others.Select((places, i) => places.Contains(position + i + 1)).All(stands => stands));
    }

    private HashSet<int> Positions(Analysis.WordForms word, int doc)
    {
        var places = new HashSet<int>();
        foreach (var term in word.Terms)
            places.UnionWith(Positions(term, doc));
        return places;
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
}

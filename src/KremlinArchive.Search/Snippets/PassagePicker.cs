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

    private readonly IReadOnlyList<QueryPart> wanted;
    private readonly FieldPositions positions;
    private readonly BinaryDocValues? layouts;

    public PassagePicker(AtomicReader segment, IReadOnlyList<QueryPart> wanted)
    {
        this.wanted = wanted;
        positions = new FieldPositions(segment, FieldNames.Text);
        layouts = segment.GetBinaryDocValues(FieldNames.Layout);
    }

    /// <summary>The passages to show, and how many matches the text has in all.</summary>
    public PickedPassages Pick(int doc)
    {
        if (layouts is null)
            return PickedPassages.None;
        var packed = new Lucene.Net.Util.BytesRef();
        layouts.Get(doc, packed);
        var layout = PassageLayout.Unpack(packed);
        if (layout.Count == 0)
            return PickedPassages.None;
        var (passages, count) = Matches(doc, layout);
        return new PickedPassages(Best(passages) is { Count: > 0 } best ? best : [0], count);
    }

    /// <summary>Which parts of the query each passage holds, and how often any; and how many marks that makes in the whole text.</summary>
    private (PassageMatches[] Passages, int Count) Matches(int doc, PassageLayout layout)
    {
        var matches = new PassageMatches[layout.Count];
        var spans = new List<TextSpan>();
        for (var part = 0; part < wanted.Count; part++)
        {
            var passage = 0;
            foreach (var position in positions.Of(wanted[part], doc))
            {
                passage = layout.PassageAt(position, passage);
                ref var match = ref matches[passage];
                match = new PassageMatches(match.Parts | (1UL << part), match.Count + 1);
                spans.Add(new TextSpan(position, position + wanted[part].Words.Count));
            }
        }

        return (matches, TextSpan.Merge(spans).Count);
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

    private readonly record struct PassageMatches(ulong Parts, int Count)
    {
        public int Worth(ulong shown) =>
            (BitOperations.PopCount(Parts & ~shown) * 1_000) + (BitOperations.PopCount(Parts) * 10) + Math.Min(Count, 5);
    }
}

/// <summary>What to show of a text.</summary>
/// <param name="Passages">From 0 and in the order of the text; the first one if the text has no match, none if there is no text.</param>
/// <param name="Matches">How many marks the whole text has.</param>
internal sealed record PickedPassages(IReadOnlyList<int> Passages, int Matches)
{
    public static PickedPassages None { get; } = new([], 0);
}

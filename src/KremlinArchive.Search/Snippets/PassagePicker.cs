using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Queries.Tree;
using Lucene.Net.Index;

namespace KremlinArchive.Search.Snippets;

/// <summary>
/// Picks the passages of a record that show best what matched, from the positions in the index alone: no text is read. Passages are ranked as BM25
/// ranks documents, and what another one shows already counts less. Serves one segment, whose documents it is asked for in their order.
/// </summary>
internal sealed class PassagePicker
{
    private const int MostPassages = 3;

    // BM25 over passages; a usual one has forty words.
    private const double K1 = 1.2, B = 0.5, UsualLength = 40;

    // What a passage is worth for words that are shown already.
    private const double Again = 0.2;

    private readonly IReadOnlyList<BoundWords> wanted;
    private readonly FieldWalk?[] walks;
    private readonly PassageScope? scope;
    private readonly BinaryDocValues? layouts;

    public PassagePicker(AtomicReaderContext segment, IReadOnlyList<BoundWords> wanted, WordBinder binder, SearchBudget budget)
    {
        this.wanted = wanted;
        walks = [.. wanted.Select(words => words.Sought.Field is null or QueryField.Text ? words.Walk(segment, FieldNames.Text, binder, budget) : null)];
        layouts = segment.AtomicReader.GetBinaryDocValues(FieldNames.Layout);

        // Who asks for a speaker alone wants to see what he says.
        if (wanted.FirstOrDefault(words => words.Sought.Field == QueryField.Speaker) is { } speaker && Array.TrueForAll(walks, walk => walk is null))
            scope = new PassageScope(segment, speaker.Sought.Words, binder, budget);
    }

    /// <summary>The passages to show, and how many matches the text has in all.</summary>
    public PickedPassages Pick(int doc)
    {
        if (RecordLayout.Read(layouts, doc) is not { Count: > 0 } layout)
            return PickedPassages.None;
        var counts = new int[wanted.Count][];
        var spans = new List<TextSpan>();
        for (var i = 0; i < counts.Length; i++)
        {
            if (walks[i] is not { } walk || !walk.StandsIn(doc))
                continue;
            counts[i] = new int[layout.Count];
            foreach (var span in walk.Spans())
            {
                counts[i][layout.PassageAt(span.Start)]++;
                spans.Add(span);
            }
        }

        return new PickedPassages(spans.Count > 0 ? Best(counts, layout) : [First(doc, layout)], TextSpan.Merge(spans).Count);
    }

    private int First(int doc, RecordLayout layout) =>
        scope?.Enter(doc) == true ? Enumerable.Range(0, layout.Count).FirstOrDefault(scope.Has) : 0;

    /// <summary>The best passage, then each time the one that adds most, in the order of the text.</summary>
    private List<int> Best(int[]?[] counts, RecordLayout layout)
    {
        var (picked, shown) = (new List<int>(), new bool[counts.Length]);
        while (picked.Count < MostPassages)
        {
            var (best, most) = (-1, 0d);
            for (var passage = 0; passage < layout.Count; passage++)
            {
                var worth = picked.Contains(passage) ? 0 : Worth(passage);
                if (worth > most)
                    (best, most) = (passage, worth);
            }

            if (best < 0)
                break;
            picked.Add(best);
            for (var i = 0; i < shown.Length; i++)
                shown[i] |= counts[i]?[best] > 0;
        }

        picked.Sort();
        return picked;

        double Worth(int passage)
        {
            var length = Math.Min(layout.WordsOf(passage), 400);
            var sum = 0d;
            for (var i = 0; i < counts.Length; i++)
            {
                if (counts[i]?[passage] is > 0 and var count)
                    sum += wanted[i].Worth * (shown[i] ? Again : 1) * count * (K1 + 1) / (count + (K1 * (1 - B + (B * length / UsualLength))));
            }

            return sum;
        }
    }
}

/// <summary>What to show of a text.</summary>
/// <param name="Passages">From 0 and in the order of the text; the first one if the text has no match, none if there is no text.</param>
/// <param name="Matches">How many marks the whole text has.</param>
internal sealed record PickedPassages(IReadOnlyList<int> Passages, int Matches)
{
    public static PickedPassages None { get; } = new([], 0);
}

using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Walks through the documents of a segment that hold any of a word's terms in a field, and tells where it stands in them.</summary>
internal sealed class WordWalk
{
    private readonly DocsAndPositionsEnum[] terms;
    private int[] positions = new int[16], others = new int[16], merged = new int[16];

    private WordWalk(DocsAndPositionsEnum[] terms) => this.terms = terms;

    /// <summary>The document it stands at; -1 before the first.</summary>
    public int Doc { get; private set; } = -1;

    /// <summary>An upper bound of how many documents there are.</summary>
    public long Cost => terms.Sum(term => term.GetCost());

    /// <summary>The walk of some terms; null if the segment holds none of them.</summary>
    public static WordWalk? Open(TermStates states, int segment, string field, IReadOnlyList<string> terms, Lucene.Net.Util.IBits? live)
    {
        var opened = new List<DocsAndPositionsEnum>(terms.Count);
        foreach (var term in terms)
        {
            if (states.Find(field, term)?.Positions(segment, live) is { } postings)
                opened.Add(postings);
        }

        return opened.Count == 0 ? null : new WordWalk([.. opened]);
    }

    /// <summary>Goes to the first document that is not before the target.</summary>
    public int Advance(int target)
    {
        if (Doc >= target)
            return Doc;
        var next = DocIdSetIterator.NO_MORE_DOCS;
        foreach (var term in terms)
        {
            var at = term.DocID;
            if (at < target)
                at = term.Advance(target);
            next = Math.Min(next, at);
        }

        return Doc = next;
    }

    /// <summary>Where the word stands in the present document, in order, each place once. Good until the next call; to be asked once a document.</summary>
    public ArraySegment<int> Positions()
    {
        var count = 0;
        foreach (var term in terms)
        {
            if (term.DocID == Doc)
                count = count == 0 ? Read(term, ref positions) : Merge(count, Read(term, ref others));
        }

        return new ArraySegment<int>(positions, 0, count);
    }

    private static int Read(DocsAndPositionsEnum term, ref int[] into)
    {
        var count = term.Freq;
        if (into.Length < count)
            into = new int[count * 2];
        for (var i = 0; i < count; i++)
            into[i] = term.NextPosition();
        return count;
    }

    /// <summary>Merges the positions of one more term into those read before it; the stems of a word mostly stand at the same ones.</summary>
    private int Merge(int count, int otherCount)
    {
        if (merged.Length < count + otherCount)
            merged = new int[2 * (count + otherCount)];
        var (at, other, total) = (0, 0, 0);
        while (at < count && other < otherCount)
        {
            var (first, second) = (positions[at], others[other]);
            merged[total++] = Math.Min(first, second);
            at += first <= second ? 1 : 0;
            other += second <= first ? 1 : 0;
        }

        positions.AsSpan(at, count - at).CopyTo(merged.AsSpan(total));
        total += count - at;
        others.AsSpan(other, otherCount - other).CopyTo(merged.AsSpan(total));
        (positions, merged) = (merged, positions);
        return total + otherCount - other;
    }
}

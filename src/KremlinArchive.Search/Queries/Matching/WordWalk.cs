using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Walks through the documents of a segment that hold any of a word's terms in a field, and tells where it stands in them.</summary>
internal sealed class WordWalk
{
    private readonly DocsAndPositionsEnum[] terms;
    private int[] positions = new int[16], spare = new int[16];

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
                count = count == 0 ? Read(term, ref positions) : Merge(count, Read(term, ref spare));
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

    private int Merge(int count, int others)
    {
        if (positions.Length < count + others)
            Array.Resize(ref positions, 2 * (count + others));
        spare.AsSpan(0, others).CopyTo(positions.AsSpan(count));
        var merged = positions.AsSpan(0, count + others);
        merged.Sort();
        var unique = 0;
        foreach (var position in merged)
        {
            if (unique == 0 || positions[unique - 1] != position)
                positions[unique++] = position;
        }

        return unique;
    }
}

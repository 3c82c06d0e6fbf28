using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>
/// Walks through the records of a segment that hold a word in any form and field. The forms stand in a heap, the one with the next document on
/// top, since a beginning or a misspelling may stand for hundreds of them.
/// </summary>
internal sealed class WordScorer : Scorer
{
    private readonly DocsEnum[] entries;
    private readonly byte[][] norms;
    private readonly float[][] worths;
    private readonly int[] fields;
    private readonly bool[] isSurface;
    private readonly int[] docs;
    private readonly int[] heap;
    private readonly Saturation saturation;
    private readonly float[] stems;
    private readonly SearchBudget budget;
    private int doc = -1;

    public WordScorer(Weight weight, FormPostings[] postings, int fieldCount, Saturation saturation, SearchBudget budget)
        : base(weight)
    {
        // Side by side: a search of frequent words comes here hundreds of thousands of times.
        entries = Array.ConvertAll(postings, form => form.Docs);
        norms = Array.ConvertAll(postings, form => form.Norms);
        worths = Array.ConvertAll(postings, form => form.Form.WorthByNorm);
        fields = Array.ConvertAll(postings, form => form.Form.Field);
        isSurface = Array.ConvertAll(postings, form => form.Form.IsSurface);
        this.saturation = saturation;
        this.budget = budget;
        stems = new float[fieldCount];
        docs = new int[postings.Length];
        Array.Fill(docs, -1);
        heap = [.. Enumerable.Range(0, postings.Length)];
    }

    public override int DocID => doc;

    /// <summary>Unused by scoring: a word's weight in a record is no plain count.</summary>
    public override int Freq => 1;

    public override int NextDoc() => Advance(doc + 1);

    public override int Advance(int target)
    {
        budget.Spend();
        for (var top = heap[0]; docs[top] < target; top = heap[0])
        {
            docs[top] = docs[top] == target - 1 ? entries[top].NextDoc() : entries[top].Advance(target);
            Sink();
        }

        return doc = docs[heap[0]];
    }

    public override long GetCost() => entries.Sum(form => form.GetCost());

    /// <summary>BM25F. Two stems of one word in one field count as the more frequent of them, the form as typed counts extra.</summary>
    public override float GetScore()
    {
        Array.Clear(stems);
        var total = Gather(0);
        foreach (var stem in stems)
            total += stem;
        return saturation.Score(total);
    }

    /// <summary>Gathers the stems of the forms from a place of the heap down that the present document has: they all stand at its top.</summary>
    /// <returns>What the form as typed counts.</returns>
    private float Gather(int at)
    {
        if (at >= heap.Length)
            return 0;
        var form = heap[at];
        if (docs[form] != doc)
            return 0;
        var frequency = entries[form].Freq * worths[form][norms[form][doc]];
        ref var stem = ref stems[fields[form]];
        stem = Math.Max(stem, frequency);
        return (isSurface[form] ? frequency * FieldWeights.Surface : 0) + Gather((2 * at) + 1) + Gather((2 * at) + 2);
    }

    private void Sink()
    {
        var (at, moved) = (0, heap[0]);
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= heap.Length)
                break;
            if (child + 1 < heap.Length && docs[heap[child + 1]] < docs[heap[child]])
                child++;
            if (docs[heap[child]] >= docs[moved])
                break;
            heap[at] = heap[child];
            at = child;
        }

        heap[at] = moved;
    }
}

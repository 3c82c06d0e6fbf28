using Lucene.Net.Search;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>
/// Walks through the records of a segment that hold a word in any form and field. The forms stand in a heap, the one with the next document on
/// top, since a beginning or a misspelling may stand for hundreds of them.
/// </summary>
internal sealed class WordScorer : Scorer
{
    private readonly FormPostings[] postings;
    private readonly int[] docs;
    private readonly int[] heap;
    private readonly Saturation saturation;
    private readonly float[] stems;
    private readonly SearchBudget budget;
    private int doc = -1;

    public WordScorer(Weight weight, FormPostings[] postings, int fields, Saturation saturation, SearchBudget budget)
        : base(weight)
    {
        this.postings = postings;
        this.saturation = saturation;
        this.budget = budget;
        stems = new float[fields];
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
            docs[top] = docs[top] == target - 1 ? postings[top].Docs.NextDoc() : postings[top].Docs.Advance(target);
            Sink();
        }

        return doc = docs[heap[0]];
    }

    public override long GetCost() => postings.Sum(form => form.Docs.GetCost());

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
        if (at >= heap.Length || docs[heap[at]] != doc)
            return 0;
        var (form, entries, norms) = postings[heap[at]];
        var frequency = entries.Freq * form.WorthByNorm[norms[doc]];
        if (frequency > stems[form.Field])
            stems[form.Field] = frequency;
        return (form.IsSurface ? frequency * FieldWeights.Surface : 0) + Gather((2 * at) + 1) + Gather((2 * at) + 2);
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

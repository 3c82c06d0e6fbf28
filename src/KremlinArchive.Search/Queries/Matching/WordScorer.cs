using Lucene.Net.Search;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Walks through the records of a segment that hold a word in any form and field.</summary>
internal sealed class WordScorer : Scorer
{
    private readonly FormPostings[] postings;
    private readonly int[] docs;
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
    }

    public override int DocID => doc;

    /// <summary>Unused by scoring: a word's weight in a record is no plain count.</summary>
    public override int Freq => 1;

    public override int NextDoc() => Advance(doc + 1);

    public override int Advance(int target)
    {
        budget.Spend();
        var next = NO_MORE_DOCS;
        for (var i = 0; i < docs.Length; i++)
        {
            var at = docs[i];
            if (at < target)
                docs[i] = at = at == target - 1 ? postings[i].Docs.NextDoc() : postings[i].Docs.Advance(target);
            if (at < next)
                next = at;
        }

        return doc = next;
    }

    public override long GetCost() => postings.Sum(form => form.Docs.GetCost());

    /// <summary>BM25F. Two stems of one word in one field count as the more frequent of them, the form as typed counts extra.</summary>
    public override float GetScore()
    {
        Array.Clear(stems);
        var surfaces = 0f;
        for (var i = 0; i < docs.Length; i++)
        {
            if (docs[i] != doc)
                continue;
            var (form, entries, norms) = postings[i];
            var frequency = Saturation.Frequency(entries.Freq, form.Weight, form.AverageLength, norms, doc);
            if (form.IsSurface)
                surfaces += frequency * FieldWeights.Surface;
            if (frequency > stems[form.Field])
                stems[form.Field] = frequency;
        }

        var total = surfaces;
        foreach (var stem in stems)
            total += stem;
        return saturation.Score(total);
    }
}

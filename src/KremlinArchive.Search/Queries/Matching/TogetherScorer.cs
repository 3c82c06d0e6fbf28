using Lucene.Net.Search;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Walks through the records of a segment in which words stand together in any field.</summary>
internal sealed class TogetherScorer(Weight weight, FieldTogether[] fields, Saturation saturation) : Scorer(weight)
{
    private int doc = -1;

    public override int DocID => doc;

    /// <summary>Unused by scoring: what stands in several fields is no plain count.</summary>
    public override int Freq => 1;

    public override int NextDoc() => Advance(doc + 1);

    public override int Advance(int target)
    {
        var next = NO_MORE_DOCS;
        foreach (var field in fields)
            next = Math.Min(next, field.Walk.Advance(target));
        return doc = next;
    }

    public override long GetCost() => fields.Sum(field => field.Walk.Cost);

    public override float GetScore()
    {
        var total = 0f;
        foreach (var field in fields)
        {
            if (field.Walk.Doc == doc)
                total += Saturation.Frequency(field.Walk.Count, field.Weight, field.AverageLength, field.Norms, doc);
        }

        return saturation.Score(total);
    }
}

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

    public override float GetScore() => Score(doc, static (walk, doc) => walk.Doc == doc);

    /// <summary>What a document scores, which is not before those asked for earlier; 0 if the words do not stand together in it. Looks at no other document.</summary>
    public float ScoreOf(int document) => Score(document, static (walk, doc) => walk.StandsIn(doc));

    private float Score(int document, Func<FieldWalk, int, bool> stand)
    {
        var total = 0f;
        foreach (var field in fields)
        {
            if (stand(field.Walk, document))
                total += field.Walk.Count * field.WorthByNorm[field.Norms[document]];
        }

        return total > 0 ? saturation.Score(total) : 0;
    }
}

using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Records with any of some parts. What they score is cut by the share of what the parts tell that is missing, so that one frequent word never outweighs a rare one.</summary>
/// <param name="parts">Each with how much finding it tells.</param>
internal sealed class CoverageQuery(IReadOnlyList<(Query Query, double Worth)> parts) : Query
{
    public override Weight CreateWeight(IndexSearcher searcher) => new CoverageWeight(this, [.. parts.Select(part => part.Query.CreateWeight(searcher))], [.. parts.Select(part => (float)Math.Max(part.Worth, 0.01))]);

    public override Query Rewrite(IndexReader reader)
    {
        var whole = parts.Select(part => Whole(part.Query, reader)).ToList();
        return whole.Zip(parts).All(pair => pair.First == pair.Second.Query) ? this : new CoverageQuery([.. whole.Zip(parts, (query, part) => (query, part.Worth))]);
    }

    public override void ExtractTerms(ISet<Term> terms)
    {
        foreach (var (query, _) in parts)
            query.ExtractTerms(terms);
    }

    public override string ToString(string field) => "any words";

    private static Query Whole(Query query, IndexReader reader)
    {
        for (var next = query.Rewrite(reader); next != query; next = query.Rewrite(reader))
            query = next;
        return query;
    }

    private sealed class CoverageWeight(Query query, Weight[] parts, float[] worths) : Weight
    {
        public override Query Query => query;

        public override float GetValueForNormalization() => parts.Sum(part => part.GetValueForNormalization());

        public override void Normalize(float norm, float topLevelBoost)
        {
            foreach (var part in parts)
                part.Normalize(norm, topLevelBoost);
        }

        public override Explanation Explain(AtomicReaderContext context, int doc) => throw new NotSupportedException("Coverage is not explained.");

        public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
        {
            var scorers = Array.ConvertAll(parts, part => part.GetScorer(context, acceptDocs));
            return Array.TrueForAll(scorers, scorer => scorer is null) ? null : new CoverageScorer(this, scorers, worths);
        }
    }

    private sealed class CoverageScorer(Weight weight, Scorer?[] parts, float[] worths) : Scorer(weight), IBoundedScorer
    {
        private readonly float[] most = [.. parts.Select(part => part?.Weight is WordsWeight words ? words.MostScore : float.PositiveInfinity)];
        private readonly float all = worths.Sum();
        private int doc = -1;

        public override int DocID => doc;

        public override int Freq => 1;

        public override int NextDoc() => Advance(doc + 1);

        public override int Advance(int target)
        {
            var next = NO_MORE_DOCS;
            foreach (var part in parts)
            {
                if (part is not null)
                    next = Math.Min(next, part.DocID < target ? part.Advance(target) : part.DocID);
            }

            return doc = next;
        }

        public override long GetCost() => parts.Sum(part => part?.GetCost() ?? 0);

        public float MostScore => Score(isReckoned: true);

        public override float GetScore() => Score(isReckoned: false);

        private float Score(bool isReckoned)
        {
            var (score, found) = (0f, 0f);
            for (var i = 0; i < parts.Length; i++)
            {
                if (parts[i] is not { } part || part.DocID != doc)
                    continue;
                score += isReckoned ? most[i] : part.GetScore();
                found += worths[i];
            }

            return score * found / all;
        }
    }
}

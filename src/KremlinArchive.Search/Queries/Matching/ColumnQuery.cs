using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Records by what the columns in memory say of them; each scores the same.</summary>
/// <param name="score">What each of them scores.</param>
/// <param name="open">Gives for a segment's number the test of its documents.</param>
internal sealed class ColumnQuery(Func<int, Predicate<int>> open, float score, SearchBudget budget) : Query
{
    public override Weight CreateWeight(IndexSearcher searcher) => new ColumnWeight(this);

    public override void ExtractTerms(ISet<Term> terms)
    {
        // It asks for none.
    }

    public override string ToString(string field) => "column";

    private sealed class ColumnWeight(ColumnQuery query) : Weight
    {
        public override Query Query => query;

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float norm, float topLevelBoost)
        {
            // It does not rank.
        }

        public override Explanation Explain(AtomicReaderContext context, int doc) => throw new NotSupportedException("Columns do not score.");

        public override Scorer GetScorer(AtomicReaderContext context, IBits acceptDocs) => new ColumnScorer(this, query.Test(context.Ord), query.Score, context.Reader.MaxDoc, acceptDocs, query.Budget);
    }

    private SearchBudget Budget => budget;

    private float Score => score;

    private Predicate<int> Test(int segment) => open(segment);

    private sealed class ColumnScorer(Weight weight, Predicate<int> test, float score, int end, IBits? live, SearchBudget budget) : Scorer(weight)
    {
        private int doc = -1;

        public override int DocID => doc;

        public override int Freq => 1;

        public override int NextDoc() => Advance(doc + 1);

        public override int Advance(int target)
        {
            for (doc = target; doc < end; doc++)
            {
                budget.Spend();
                if ((live is null || live.Get(doc)) && test(doc))
                    return doc;
            }

            return doc = NO_MORE_DOCS;
        }

        public override long GetCost() => end;

        public override float GetScore() => score;
    }
}

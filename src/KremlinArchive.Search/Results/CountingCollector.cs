using KremlinArchive.Search.Queries.Matching;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KremlinArchive.Search.Results;

/// <summary>Counts the documents that have the words and pass the filter, and nothing more.</summary>
internal sealed class CountingCollector(RequestFilter filter, SearchBudget budget) : ICollector
{
    /// <summary>How many documents are results.</summary>
    public long Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
        // Nothing is ranked.
    }

    public void SetNextReader(AtomicReaderContext context) => filter.Enter(context.Ord);

    public void Collect(int doc)
    {
        budget.Spend();
        if (filter.Check(doc) == RequestFilter.Passes)
            Total++;
    }
}

using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Requests;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KremlinArchive.Search.Results;

/// <summary>Receives every document that has the words: filters it, counts its facets and keeps it if it belongs on the page.</summary>
internal sealed class ResultCollector : ICollector
{
    private readonly IndexView view;
    private readonly RequestFilter filter;
    private readonly TopDocuments top;
    private readonly bool isScored;
    private readonly SearchBudget budget;
    private SegmentColumns columns = null!;
    private int segment, documentBase;
    private Scorer scorer = null!;

    public ResultCollector(IndexView view, SearchRequest request, TopDocuments top, SearchBudget budget)
    {
        this.view = view;
        filter = new RequestFilter(request, view);
        this.top = top;
        this.budget = budget;
        isScored = request.Order == SortOrder.Relevance;
        Counts = [.. view.Catalogs.Select(catalog => new int[catalog.Count])];
        Periods = new PeriodCounts(HistogramFrame.Of(request, view.Oldest, view.Newest));
    }

    /// <summary>How many documents are results.</summary>
    public long Total { get; private set; }

    /// <summary>By facet and the catalog's number of a key.</summary>
    public int[][] Counts { get; }

    /// <summary>When the results were published, and what only the dates and years asked for keep out.</summary>
    public PeriodCounts Periods { get; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        budget.Look();
        segment = context.Ord;
        documentBase = context.DocBase;
        columns = view.Columns[segment];
        filter.Enter(segment);
    }

    public void Collect(int doc)
    {
        budget.Spend();
        var missed = filter.Check(doc);
        if (missed == RequestFilter.Fails)
            return;
        if (missed is RequestFilter.Passes or RequestFilter.IsOutOfDates or (int)Facet.Year)
            Periods.Add(columns.Days[doc]);
        if (missed == RequestFilter.IsOutOfDates)
            return;
        if (missed != RequestFilter.Passes)
        {
            Count(missed, doc, Counts[missed]);
            return;
        }

        Total++;
        for (var facet = 0; facet < Counts.Length; facet++)
            Count(facet, doc, Counts[facet]);
        top.Offer(new RankedDocument(documentBase + doc, isScored ? scorer.GetScore() : 0, columns.Published[doc], columns.Identities[doc]));
    }

    private void Count(int facet, int doc, int[] counts)
    {
        var column = columns.Facets[facet];
        var numbers = view.Catalogs[facet].FromSegment[segment];
        for (var i = column.Starts[doc]; i < column.Starts[doc + 1]; i++)
            counts[numbers[column.Ordinals[i]]]++;
    }
}

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
    private readonly WholeTitles titles;
    private readonly bool isScored;
    private readonly SearchBudget budget;
    private readonly int[][] totals;
    private SegmentColumns? columns;
    private int[] counts = [];
    private int segment, documentBase;
    private Scorer scorer = null!;
    private IBoundedScorer? bounded;

    public ResultCollector(IndexView view, SearchRequest request, TopDocuments top, WholeTitles titles, SearchBudget budget)
    {
        this.view = view;
        filter = new RequestFilter(request, view);
        Top = top;
        this.titles = titles;
        this.budget = budget;
        isScored = request.Order == SortOrder.Relevance;
        totals = [.. view.Catalogs.Select(catalog => new int[catalog.Count])];
        Periods = new PeriodCounts(HistogramFrame.Of(request, view.Oldest, view.Newest));
    }

    /// <summary>The best of them.</summary>
    public TopDocuments Top { get; }

    /// <summary>How many documents are results.</summary>
    public long Total { get; private set; }

    /// <summary>By facet and the catalog's number of a key.</summary>
    public int[][] Counts
    {
        get
        {
            Sum();
            return totals;
        }
    }

    /// <summary>When the results were published, and what only the dates and years asked for keep out.</summary>
    public PeriodCounts Periods { get; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => (this.scorer, bounded) = (scorer, scorer as IBoundedScorer);

    public void SetNextReader(AtomicReaderContext context)
    {
        budget.Look();
        Sum();
        segment = context.Ord;
        documentBase = context.DocBase;
        columns = view.Columns[segment];
        counts = new int[columns.AllFacets.Count];
        filter.Enter(segment);
        titles.Enter(segment);
    }

    public void Collect(int doc)
    {
        budget.Spend();
        var missed = filter.Check(doc);
        if (missed == RequestFilter.Fails)
            return;
        var present = columns!;
        if (missed is RequestFilter.Passes or RequestFilter.IsOutOfDates or (int)Facet.Year)
            Periods.Add(present.Days[doc]);
        if (missed == RequestFilter.IsOutOfDates)
            return;
        if (missed != RequestFilter.Passes)
        {
            var numbers = view.Catalogs[missed].FromSegment[segment];
            foreach (var ordinal in present.Facets[missed].Of(doc))
                totals[missed][numbers[ordinal]]++;
            return;
        }

        Total++;
        present.AllFacets.Add(doc, counts);
        if (isScored)
            OfferRanked(present, doc);
        else
            Top.Offer(new RankedDocument(documentBase + doc, 0, present.Published[doc], present.Identities[doc]));
    }

    private void OfferRanked(SegmentColumns present, int doc)
    {
        var bonus = titles.BonusOf(doc);
        // Most of what has only the frequent one of several words cannot come among the best, however often it has it.
        if (bounded is not null && bounded.MostScore + bonus < Top.LeastScore)
            return;
        var score = scorer.GetScore() + bonus;
        if (score >= Top.LeastScore)
            Top.Offer(new RankedDocument(documentBase + doc, score, present.Published[doc], present.Identities[doc]));
    }

    /// <summary>Takes over what another collector of the same search has seen of other segments.</summary>
    public void Add(ResultCollector other)
    {
        Total += other.Total;
        Top.Add(other.Top);
        Periods.Add(other.Periods);
        foreach (var (mine, others) in Counts.Zip(other.Counts))
        {
            for (var number = 0; number < mine.Length; number++)
                mine[number] += others[number];
        }
    }

    /// <summary>Adds what was counted in the present segment to the catalogs' numbers.</summary>
    private void Sum()
    {
        if (columns is null)
            return;
        for (var facet = 0; facet < totals.Length; facet++)
        {
            var numbers = view.Catalogs[facet].FromSegment[segment];
            var counted = columns.AllFacets.Of(facet, counts);
            for (var ordinal = 0; ordinal < counted.Length; ordinal++)
                totals[facet][numbers[ordinal]] += counted[ordinal];
        }

        columns = null;
    }
}

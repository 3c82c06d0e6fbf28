using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Results;

/// <summary>What a request asks of a record besides its words, checked on the columns of one segment after the other.</summary>
internal sealed class RequestFilter
{
    /// <summary>The record is a result.</summary>
    public const int Passes = -1;

    /// <summary>The record is none, and counts nowhere.</summary>
    public const int Fails = -2;

    /// <summary>Only the dates asked for keep the record out: it counts for the histogram alone.</summary>
    public const int IsOutOfDates = -3;

    private readonly IndexView view;
    private readonly long from, until;
    private readonly (int Facet, bool[] Numbers)[] wanted, excluded;
    private readonly bool isOpen;
    private SegmentColumns columns = null!;
    private int segment;

    public RequestFilter(SearchRequest request, IndexView view)
    {
        this.view = view;
        (from, until) = PublicationSpan.Seconds(request.From?.First, request.To?.Last);
        wanted = Chosen(request, isExclusion: false);
        excluded = Chosen(request, isExclusion: true);
        isOpen = wanted.Length == 0 && excluded.Length == 0 && from == long.MinValue && until == long.MaxValue;
    }

    /// <summary>Checks the documents of this segment from now on.</summary>
    public void Enter(int next)
    {
        segment = next;
        columns = view.Columns[next];
    }

    /// <summary>
    /// <see cref="Passes"/>, <see cref="Fails"/>, <see cref="IsOutOfDates"/>, or the one facet whose constraint alone keeps the record out: it is counted for that facet,
    /// whose other values show what they would add.
    /// </summary>
    public int Check(int doc)
    {
        if (isOpen)
            return Passes;
        foreach (var (facet, numbers) in excluded)
        {
            if (HasAny(facet, numbers, doc))
                return Fails;
        }

        var missed = Passes;
        foreach (var (facet, numbers) in wanted)
        {
            if (HasAny(facet, numbers, doc))
                continue;
            if (missed != Passes)
                return Fails;
            missed = facet;
        }

        var published = columns.Published[doc];
        if (published >= from && published < until)
            return missed;
        return missed is Passes or (int)Facet.Year ? IsOutOfDates : Fails;
    }

    private bool HasAny(int facet, bool[] numbers, int doc) => columns.Facets[facet].HasAny(doc, view.Catalogs[facet].FromSegment[segment], numbers);

    private (int Facet, bool[] Numbers)[] Chosen(SearchRequest request, bool isExclusion) =>
    [
        .. request.Constraints.Where(constraint => constraint.IsExclusion == isExclusion)
            .GroupBy(constraint => constraint.Facet, constraint => constraint.Value)
            .Select(group => ((int)group.Key, Numbers(view.Catalogs[(int)group.Key], group))),
    ];

    /// <summary>The chosen ones among the catalog's numbers, looked up once for all segments.</summary>
    private static bool[] Numbers(FacetCatalog catalog, IEnumerable<string> values)
    {
        var chosen = new bool[catalog.Count];
        foreach (var value in values)
        {
            if (catalog.Find(value) is { } number)
                chosen[number] = true;
        }

        return chosen;
    }
}

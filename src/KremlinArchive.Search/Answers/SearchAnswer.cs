using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Answers;

/// <summary>What a search found.</summary>
public sealed record SearchAnswer
{
    /// <summary>How many records match.</summary>
    public required long Total { get; init; }

    /// <summary>Milliseconds from the request to the answer.</summary>
    public required double TookMs { get; init; }

    /// <summary>The page that was asked for.</summary>
    public required int Page { get; init; }

    /// <summary>Hits on a page.</summary>
    public required int Size { get; init; }

    /// <summary>True if the search ran out of its time: there may be more, and counts are lower bounds.</summary>
    public bool IsPartial { get; init; }

    /// <summary>How the request was read where it could not be taken as it stood.</summary>
    public required IReadOnlyList<SearchWarning> Warnings { get; init; }

    /// <summary>How the query was read, part by part; empty where it asks for everything.</summary>
    public IReadOnlyList<QueryPart> Reading { get; init; } = [];

    /// <summary>What was looked for under other names, too.</summary>
    public IReadOnlyList<OtherNames> OtherNames { get; init; } = [];

    /// <summary>Another reading of a query that found nothing or little; null where there is none.</summary>
    public Rescue? Rescue { get; init; }

    /// <summary>The hits of the page; empty past the end.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>
    /// The counts of every facet over all matches, not only this page. Years are all there, in order; the others the most
    /// frequent first, at most fifty and the chosen ones. A facet with a chosen value is counted without that choice, so that it can be widened;
    /// what is ruled out counts nowhere.
    /// </summary>
    public required IReadOnlyDictionary<Facet, IReadOnlyList<FacetValue>> Facets { get; init; }

    /// <summary>The name of each value that the request asks for or rules out, whether or not a facet lists it.</summary>
    public IReadOnlyDictionary<FacetConstraint, string> Labels { get; init; } = new Dictionary<FacetConstraint, string>();

    /// <summary>How many values with a match <see cref="Facets"/> does not list; no entry for a facet whose values are all there.</summary>
    public required IReadOnlyDictionary<Facet, int> Unlisted { get; init; }

    /// <summary>When the matches were published, and what was published round the span that was chosen.</summary>
    public required Histogram Histogram { get; init; }
}

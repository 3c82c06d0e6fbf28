using KremlinArchive.Records;

namespace KremlinArchive.Search.Requests;

/// <summary>One question to the index. The address of a search page is this and nothing else.</summary>
public sealed record SearchRequest
{
    /// <summary>Hits on a page where the request names no size.</summary>
    public const int DefaultSize = 20;

    /// <summary>The most hits that a page holds.</summary>
    public const int LargestSize = 100;

    /// <summary>So many characters of a query are read.</summary>
    public const int LongestQuery = 2_000;

    /// <summary>No page begins behind so many results: nobody reads there, and what keeps them grows with every one.</summary>
    public const int MostSkipped = 100_000;

    /// <summary>The query as typed; empty for every record.</summary>
    public string Query { get; init; } = "";

    /// <summary>The first day of publication is the first day of this; null for no bound.</summary>
    public PartialDate? From { get; init; }

    /// <summary>The last day of publication is the last day of this; null for no bound.</summary>
    public PartialDate? To { get; init; }

    /// <summary>The values asked for and ruled out.</summary>
    public IReadOnlyList<FacetConstraint> Constraints { get; init; } = [];

    /// <summary>The order asked for; null for the one that suits the query.</summary>
    public SortOrder? Sort { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits on a page, 1 … <see cref="LargestSize"/>.</summary>
    public int Size { get; init; } = DefaultSize;

    /// <summary>Whether all words must be there, or those that are there decide the order.</summary>
    public WordMatch Match { get; init; } = WordMatch.All;

    /// <summary>True if other names of what the query names are looked for, too.</summary>
    public bool Expands { get; init; } = true;

    /// <summary>True if another reading of a query may take the place of one that finds nothing.</summary>
    public bool Rescues { get; init; } = true;

    /// <summary>The language of labels and warnings. It is not part of the address: who serves the page knows it.</summary>
    public Language Interface { get; init; } = Language.Russian;

    /// <summary>How the parameters were read where they could not be taken as they stood. The answer repeats them before its own.</summary>
    public IReadOnlyList<SearchWarning> Warnings { get; init; } = [];

    /// <summary>The order used: the one asked for, else newest for an empty query and relevance for any other.</summary>
    public SortOrder Order => Sort ?? (string.IsNullOrWhiteSpace(Query) ? SortOrder.Newest : SortOrder.Relevance);

    /// <summary>True if the request asks for the value, or rules it out, as the constraint says.</summary>
    public bool Has(FacetConstraint constraint) => Constraints.Contains(constraint);

    /// <summary>The request with one more constraint, at its first page. The same value asked for and ruled out replace each other.</summary>
    public SearchRequest With(FacetConstraint constraint) => this with
    {
        Constraints = [.. Constraints.Where(other => other.Facet != constraint.Facet || other.Value != constraint.Value), constraint],
        Page = 1,
    };

    /// <summary>The request without a constraint, at its first page.</summary>
    public SearchRequest Without(FacetConstraint constraint) => this with
    {
        Constraints = [.. Constraints.Where(other => other != constraint)],
        Page = 1,
    };
}

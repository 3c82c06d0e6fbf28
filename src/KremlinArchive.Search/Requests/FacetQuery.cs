namespace KremlinArchive.Search.Requests;

/// <summary>Asks for the values of one facet under a search: all of them, page by page.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Search">The search; its page is the page of the list.</param>
public sealed record FacetQuery(Facet Facet, SearchRequest Search)
{
    /// <summary>Values on a page.</summary>
    public const int PageSize = 100;

    /// <summary>So many characters of a name are read.</summary>
    public const int LongestName = 100;

    /// <summary>The words that the names of values must begin with; empty for all values.</summary>
    public string Name { get; init; } = "";

    /// <summary>The order of the values.</summary>
    public FacetOrder Order { get; init; } = FacetOrder.Count;
}

/// <summary>The order of a facet's values.</summary>
public enum FacetOrder
{
    /// <summary>The most frequent first.</summary>
    Count,

    /// <summary>By the alphabet of the interface language.</summary>
    Name,
}

/// <summary>The names of orders in addresses.</summary>
public static class FacetOrderCodes
{
    /// <summary><c>count</c> or <c>name</c>.</summary>
    public static string Code(this FacetOrder order) => order == FacetOrder.Name ? "name" : "count";

    /// <summary>The order of a name; the usual one for any other text.</summary>
    public static FacetOrder Parse(string? code) => code == "name" ? FacetOrder.Name : FacetOrder.Count;
}

using KremlinArchive.Search.Requests;

namespace KremlinArchive.Web.Search;

/// <summary>The addresses of the lists of all values of a facet.</summary>
internal static class FacetAddress
{
    /// <summary>What all of them begin with.</summary>
    public const string Root = "/facets/";

    /// <summary>The parameters that are the list's own.</summary>
    public const string Name = "name", Order = "order";

    public static string PathOf(Facet facet) => Root + facet.Name();

    /// <summary>The list of a facet's values under a search.</summary>
    public static string Of(FacetQuery query)
    {
        var written = string.Join('&', Write(query).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        return written.Length == 0 ? PathOf(query.Facet) : $"{PathOf(query.Facet)}?{written}";
    }

    /// <summary>The parameters of a list, defaults left out.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Write(FacetQuery query)
    {
        foreach (var parameter in SearchParameters.Write(query.Search))
            yield return parameter;
        if (query.Name.Length > 0)
            yield return KeyValuePair.Create(Name, query.Name);
        if (query.Order != FacetOrder.Count)
            yield return KeyValuePair.Create(Order, query.Order.Code());
    }
}

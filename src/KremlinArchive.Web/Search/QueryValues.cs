namespace KremlinArchive.Web.Search;

/// <summary>The query of an address as names and values, a repeated name once for each value.</summary>
internal static class QueryValues
{
    public static IEnumerable<KeyValuePair<string, string?>> Of(HttpRequest request) =>
        from parameter in request.Query
        from value in parameter.Value
        select KeyValuePair.Create(parameter.Key, value);
}

using KremlinArchive.Records;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Web.Search;

/// <summary>The addresses that a search page links to.</summary>
internal static class SearchAddress
{
    /// <summary>The part of a query that pages repeat in their links: what search reads of it.</summary>
    public static string Cut(string query) => query.Length <= SearchRequest.LongestQuery ? query : query[..SearchRequest.LongestQuery];

    /// <summary>The page of a request.</summary>
    public static string Of(SearchRequest request) => SearchParameters.WriteQueryString(request) is { Length: > 0 } query ? "/?" + query : "/";

    /// <summary>A record as found by a query, which the reading page marks; at one of its passages if a number is given.</summary>
    public static string Of(RecordId record, string query, int passage = 0)
    {
        var page = query.Length == 0 ? $"/{record}" : $"/{record}?q={Uri.EscapeDataString(query)}";
        return passage == 0 ? page : $"{page}#p{passage}";
    }
}

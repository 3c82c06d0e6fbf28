using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Versions;

namespace KremlinArchive.Web.Search;

/// <summary>The addresses that a search page links to.</summary>
internal static class SearchAddress
{
    /// <summary>The part of a query that pages repeat in their links: what search reads of it.</summary>
    public static string Cut(string query) => query.Length <= SearchRequest.LongestQuery ? query : query[..SearchRequest.LongestQuery];

    /// <summary>The page of a request.</summary>
    public static string Of(SearchRequest request) => SearchParameters.WriteQueryString(request) is { Length: > 0 } query ? "/?" + query : "/";

    /// <summary>
    /// A record as found by a search, at one of its passages if a number is given. It carries the search itself, not the address of its page:
    /// the reading page marks what matched and leads back, and nobody can make it lead anywhere else.
    /// </summary>
    public static string Of(RecordId record, SearchRequest found, int passage = 0)
    {
        var page = SearchParameters.WriteQueryString(found) is { Length: > 0 } query ? $"/{record}?{query}" : $"/{record}";
        return passage == 0 ? page : $"{page}#p{passage}";
    }

    /// <summary>A hit: the record as found by a search, or the superseded version that matched.</summary>
    public static string Of(SearchHit hit, SearchRequest found, int passage = 0)
    {
        if (hit.Superseded is not { } version)
            return Of(hit.Id, found, passage);
        var page = VersionAddress.Of(hit.Id, version);
        var query = SearchParameters.WriteQueryString(found) is { Length: > 0 } written ? "?" + written : "";
        return passage == 0 ? page + query : $"{page}{query}#p{passage}";
    }

    /// <summary>The page of a request, at the hit that this record is.</summary>
    public static string At(SearchRequest request, RecordId hit) => $"{Of(request)}#{AnchorOf(hit)}";

    /// <summary>The id of a hit's element on the page of results: <c>ru-events-67315</c>.</summary>
    public static string AnchorOf(RecordId hit) => hit.ToString().Replace('/', '-');
}

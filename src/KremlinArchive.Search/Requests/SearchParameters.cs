using KremlinArchive.Records;

namespace KremlinArchive.Search.Requests;

/// <summary>The parameters of a search as they stand in an address, and the request that they make.</summary>
public static class SearchParameters
{
    /// <summary>Reads parameters in any order; ones that search does not know are left alone, empty ones count as absent.</summary>
    /// <param name="parameters">Names and values, a name once for each of its values.</param>
    /// <param name="language">The interface language, for warnings and problems.</param>
    public static ParameterReading Read(IEnumerable<KeyValuePair<string, string?>> parameters, Language language) => throw new NotSupportedException();

    /// <summary>The parameters of a request in their canonical order, defaults left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Write(SearchRequest request) => throw new NotSupportedException();

    /// <summary>The parameters of a request as the part of an address after its question mark; empty for the default request.</summary>
    public static string WriteQueryString(SearchRequest request) => throw new NotSupportedException();
}

using System.Text;
using KremlinArchive.Records;

namespace KremlinArchive.Search.Requests;

/// <summary>The parameters of a search as they stand in an address, and the request that they make.</summary>
public static class SearchParameters
{
    /// <summary>Reads parameters in any order; ones that search does not know are left alone, empty ones count as absent.</summary>
    /// <param name="parameters">Names and values, a name once for each of its values.</param>
    /// <param name="language">The interface language, for warnings and problems.</param>
    public static ParameterReading Read(IEnumerable<KeyValuePair<string, string?>> parameters, Language language)
    {
        var reader = new ParameterReader(parameters, language);
        var (from, to) = reader.Span("from", "to");
        var request = new SearchRequest
        {
            Query = reader.Query("q"),
            From = from,
            To = to,
            Constraints = [.. FacetNames.All.SelectMany(facet => reader.Constraints(facet))],
            Sort = reader.Sort("sort"),
            Page = reader.Page("page"),
            Size = reader.Size("size"),
            Match = reader.Match("match"),
            Expands = reader.Switch("expand"),
            Rescues = reader.Switch("rescue"),
            Interface = language,
        };
        return new ParameterReading(request with { Warnings = reader.Warnings }, reader.Problems);
    }

    /// <summary>The parameters of a request in their canonical order, defaults left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Write(SearchRequest request)
    {
        var written = new List<KeyValuePair<string, string>>();
        Add(written, "q", request.Query);
        Add(written, "from", request.From?.ToString());
        Add(written, "to", request.To?.ToString());
        foreach (var constraint in request.Constraints.OrderBy(constraint => constraint.Facet).ThenBy(constraint => constraint.IsExclusion))
            Add(written, constraint.Parameter, constraint.Value);
        Add(written, "sort", request.Sort?.Code());
        Add(written, "match", request.Match == WordMatch.All ? null : request.Match.Code());
        Add(written, "expand", request.Expands ? null : "off");
        Add(written, "rescue", request.Rescues ? null : "off");
        Add(written, "page", request.Page == 1 ? null : $"{request.Page}");
        Add(written, "size", request.Size == SearchRequest.DefaultSize ? null : $"{request.Size}");
        return written;
    }

    /// <summary>The parameters of a request as the part of an address after its question mark; empty for the default request.</summary>
    public static string WriteQueryString(SearchRequest request)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Write(request))
            text.Append(text.Length == 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return text.ToString();
    }

    private static void Add(List<KeyValuePair<string, string>> written, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            written.Add(new KeyValuePair<string, string>(name, value));
    }
}

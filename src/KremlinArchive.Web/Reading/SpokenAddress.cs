using KremlinArchive.Records;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Web.Reading;

/// <summary>The addresses of a record with one speaker's words alone.</summary>
internal static class SpokenAddress
{
    /// <summary>The parameter that names the speaker.</summary>
    public const string Parameter = "only";

    /// <summary>The record as found by a search, with a speaker's words alone; with everybody's for null.</summary>
    public static string Of(RecordId record, SearchRequest found, string? speaker)
    {
        string[] parameters = [SearchParameters.WriteQueryString(found), speaker is null ? "" : $"{Parameter}={Uri.EscapeDataString(speaker)}"];
        var query = string.Join('&', parameters.Where(parameter => parameter.Length > 0));
        return query.Length == 0 ? $"/{record}" : $"/{record}?{query}";
    }
}

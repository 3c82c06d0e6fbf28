using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Search;

/// <summary>How values of facets are named on pages: kinds and languages by the interface's own words, the others by the archive's.</summary>
internal static class FacetWords
{
    public static string Label(Facet facet, FacetValue value, IStringLocalizer<Words> words) => Own(facet, value.Value, words) ?? value.Label;

    /// <summary>The name of a value that a request asks for or rules out; the key itself where nobody knows another.</summary>
    public static string Label(FacetConstraint value, IReadOnlyDictionary<FacetConstraint, string> labels, IStringLocalizer<Words> words) =>
        Own(value.Facet, value.Value, words) ?? labels.GetValueOrDefault(value) ?? value.Value;

    private static string? Own(Facet facet, string value, IStringLocalizer<Words> words) =>
        facet is Facet.Kind or Facet.Language && words[$"{facet.Name()}.{value}"] is { ResourceNotFound: false } own ? own.Value : null;
}

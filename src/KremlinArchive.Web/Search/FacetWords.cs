using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Web.Wording;
using Microsoft.Extensions.Localization;

namespace KremlinArchive.Web.Search;

/// <summary>How values of facets are named on pages.</summary>
internal static class FacetWords
{
    /// <summary>The name of a value: the interface's own word for kinds and languages, the archive's label for the others, the key where there is none.</summary>
    public static string Label(Facet facet, string value, IReadOnlyDictionary<Facet, IReadOnlyList<FacetValue>> facets, IStringLocalizer<Words> words)
    {
        var own = facet is Facet.Kind or Facet.Language ? words[$"{facet.Name()}.{value}"] : null;
        return own is { ResourceNotFound: false }
            ? own.Value
            : facets[facet].FirstOrDefault(known => known.Value == value)?.Label ?? value;
    }
}

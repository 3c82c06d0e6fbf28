using KremlinArchive.Search.Requests;

namespace KremlinArchive.Web.Search;

/// <summary>
/// The addresses of a search with one more value of a facet, or without what has it, for many values: what they have in common is written
/// once, since a page has hundreds of them.
/// </summary>
internal sealed class FacetAddresses
{
    // A character that nobody's keys or queries hold: its place in the address is the value's.
    private const string Placeholder = "\uE000";

    private readonly (string Before, string After) wanted, excluded;

    public FacetAddresses(SearchRequest request, Facet facet)
    {
        wanted = Around(request.With(new FacetConstraint(facet, Placeholder)));
        excluded = Around(request.With(new FacetConstraint(facet, Placeholder, IsExclusion: true)));
    }

    /// <summary>The search with the value, which it neither asks for nor rules out yet.</summary>
    public string With(string value) => wanted.Before + Uri.EscapeDataString(value) + wanted.After;

    /// <summary>The search that rules the value out, which it neither asks for nor rules out yet.</summary>
    public string Without(string value) => excluded.Before + Uri.EscapeDataString(value) + excluded.After;

    private static (string Before, string After) Around(SearchRequest request)
    {
        var address = SearchAddress.Of(request);
        var written = Uri.EscapeDataString(Placeholder);
        var at = address.LastIndexOf(written, StringComparison.Ordinal);
        return (address[..at], address[(at + written.Length)..]);
    }
}

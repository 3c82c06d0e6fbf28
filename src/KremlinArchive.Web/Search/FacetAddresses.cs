using KremlinArchive.Search.Requests;

namespace KremlinArchive.Web.Search;

/// <summary>
/// The addresses of a search with one more value of a facet, for many values: what they have in common is written once, since a page has
/// hundreds of them.
/// </summary>
internal sealed class FacetAddresses
{
    // A character that nobody's keys or queries hold: its place in the address is the value's.
    private const string Placeholder = "\uE000";

    private readonly string before, after;

    public FacetAddresses(SearchRequest request, Facet facet)
    {
        var address = SearchAddress.Of(request.With(new FacetConstraint(facet, Placeholder)));
        var written = Uri.EscapeDataString(Placeholder);
        var at = address.LastIndexOf(written, StringComparison.Ordinal);
        (before, after) = (address[..at], address[(at + written.Length)..]);
    }

    /// <summary>The search with the value, which it neither asks for nor rules out yet.</summary>
    public string With(string value) => before + Uri.EscapeDataString(value) + after;
}

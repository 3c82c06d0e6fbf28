namespace KremlinArchive.Search.Requests;

/// <summary>One value that a request asks for or rules out. Values of one facet widen each other, facets narrow each other.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Value">The value's key.</param>
/// <param name="IsExclusion">True if records with the value are ruled out.</param>
public sealed record FacetConstraint(Facet Facet, string Value, bool IsExclusion = false)
{
    /// <summary>The parameter that carries the constraint: <c>kind</c>, or <c>not.kind</c> for an exclusion.</summary>
    public string Parameter => IsExclusion ? "not." + Facet.Parameter() : Facet.Parameter();
}

namespace KremlinArchive.Search.Answers;

/// <summary>Some of a facet's values under a search.</summary>
/// <param name="Values">The values of the page; empty past the end.</param>
/// <param name="Total">How many values there are by that name.</param>
/// <param name="Largest">The largest count of them.</param>
/// <param name="Matches">How many records the search finds.</param>
public sealed record FacetPage(IReadOnlyList<FacetValue> Values, int Total, long Largest, long Matches)
{
    /// <summary>True if the time was up before all was counted.</summary>
    public bool IsPartial { get; init; }
}

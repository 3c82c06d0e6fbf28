using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Results;

/// <summary>A matching document with what orders it.</summary>
/// <param name="Document">Its number in the view.</param>
/// <param name="Score">How well it matches; 0 where the order is not by relevance.</param>
/// <param name="Published">Seconds of its publication.</param>
/// <param name="Identity">Its packed identity, which decides ties.</param>
internal readonly record struct RankedDocument(int Document, float Score, long Published, long Identity)
{
    /// <summary>The order of results: below zero if the first comes first. Never zero for two documents, so that pages do not overlap.</summary>
    public static Comparison<RankedDocument> Comparison(SortOrder order) => order switch
    {
        SortOrder.Relevance => static (a, b) =>
            a.Score != b.Score ? b.Score.CompareTo(a.Score) : ByNewest(a, b),
        SortOrder.Newest => ByNewest,
        SortOrder.Oldest => static (a, b) =>
            a.Published != b.Published ? a.Published.CompareTo(b.Published) : a.Identity.CompareTo(b.Identity),
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "There is no such order."),
    };

    private static int ByNewest(RankedDocument a, RankedDocument b) =>
        a.Published != b.Published ? b.Published.CompareTo(a.Published) : a.Identity.CompareTo(b.Identity);
}

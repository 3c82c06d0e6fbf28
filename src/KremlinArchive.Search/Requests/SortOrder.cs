namespace KremlinArchive.Search.Requests;

/// <summary>The order of hits.</summary>
public enum SortOrder
{
    /// <summary>The best match first.</summary>
    Relevance,

    /// <summary>By publication, the latest first.</summary>
    Newest,

    /// <summary>By publication, the earliest first.</summary>
    Oldest,
}

/// <summary>The names of orders in addresses and the API.</summary>
public static class SortOrderCodes
{
    /// <summary><c>relevance</c>, <c>newest</c> or <c>oldest</c>.</summary>
    public static string Code(this SortOrder order) => order switch
    {
        SortOrder.Relevance => "relevance",
        SortOrder.Newest => "newest",
        SortOrder.Oldest => "oldest",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "There is no such order."),
    };

    /// <summary>The order of a name; null for any other text.</summary>
    public static SortOrder? Parse(string? code) => code switch
    {
        "relevance" => SortOrder.Relevance,
        "newest" => SortOrder.Newest,
        "oldest" => SortOrder.Oldest,
        _ => null,
    };
}

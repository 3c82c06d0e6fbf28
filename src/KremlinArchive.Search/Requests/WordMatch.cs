namespace KremlinArchive.Search.Requests;

/// <summary>How many of a query's words a record must have.</summary>
public enum WordMatch
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Any of them: the more of them and the rarer ones, the higher. Fields, dates and exclusions hold all the same.</summary>
    Any,
}

/// <summary>The names of matches in addresses.</summary>
public static class WordMatchCodes
{
    /// <summary><c>all</c> or <c>any</c>.</summary>
    public static string Code(this WordMatch match) => match == WordMatch.All ? "all" : "any";

    /// <summary>Reads one of the names; null for any other text.</summary>
    public static WordMatch? Parse(string text) => text switch
    {
        "all" => WordMatch.All,
        "any" => WordMatch.Any,
        _ => null,
    };
}

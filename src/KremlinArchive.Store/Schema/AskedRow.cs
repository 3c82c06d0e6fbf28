namespace KremlinArchive.Store.Schema;

/// <summary>How often something was searched for on a day, and nothing of who did.</summary>
internal sealed class AskedRow
{
    public required DateOnly Day { get; init; }

    /// <summary>The query, in lower case and with plain white space.</summary>
    public required string Query { get; init; }

    /// <summary>How often it was asked.</summary>
    public required long Times { get; set; }

    /// <summary>How often nothing was found as typed.</summary>
    public required long InVain { get; set; }

    /// <summary>How many records the last answer had.</summary>
    public required long Found { get; set; }
}

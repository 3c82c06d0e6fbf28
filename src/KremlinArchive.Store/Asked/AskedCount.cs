namespace KremlinArchive.Store.Asked;

/// <summary>How often something was searched for on a day, and nothing of who did.</summary>
/// <param name="Day">The Moscow day.</param>
/// <param name="Query">The query as <see cref="AskedQuery"/> has it.</param>
/// <param name="Times">How often it was asked.</param>
/// <param name="InVain">How often nothing was found as typed.</param>
/// <param name="Found">How many records the last answer had.</param>
public sealed record AskedCount(DateOnly Day, string Query, long Times, long InVain, long Found);

/// <summary>How often something was searched for in a span of days.</summary>
/// <param name="Query">The query.</param>
/// <param name="Times">How often it was asked.</param>
/// <param name="InVain">How often nothing was found as typed.</param>
/// <param name="Found">How many records the last answer had.</param>
/// <param name="LastDay">The last day on which it was asked.</param>
public sealed record AskedTotal(string Query, long Times, long InVain, long Found, DateOnly LastDay);

/// <summary>By what searches are ordered.</summary>
public enum AskedOrder
{
    /// <summary>What was asked most often first.</summary>
    Popular,

    /// <summary>Only what was asked in vain, the most often first.</summary>
    Failed,
}

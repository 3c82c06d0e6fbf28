namespace KremlinArchive.Search.Answers;

/// <summary>Another reading of a query: a wrong keyboard layout, a Latin spelling, a typing error.</summary>
/// <param name="Kind">What was taken to be wrong: <c>keyboard-layout</c>.</param>
/// <param name="Query">The query as it was read instead.</param>
/// <param name="Total">How many records that query finds.</param>
/// <param name="IsShown">True if the hits are that query's.</param>
public sealed record Rescue(string Kind, string Query, long Total, bool IsShown);

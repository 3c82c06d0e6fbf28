using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Answers;

/// <summary>Another reading of a query: a wrong keyboard layout, a Latin spelling, a typing error, a looser phrase, wider dates.</summary>
/// <param name="Kind">What was taken to be wrong: <c>keyboard-layout</c>, <c>transliteration</c>, <c>spelling</c>, <c>looser</c>, <c>wider-dates</c>, <c>fewer-words</c>.</param>
/// <param name="Request">The request as it was read instead.</param>
/// <param name="Total">How many records it finds.</param>
/// <param name="IsShown">True if the hits are that request's.</param>
public sealed record Rescue(string Kind, SearchRequest Request, long Total, bool IsShown);

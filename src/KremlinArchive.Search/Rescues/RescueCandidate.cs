namespace KremlinArchive.Search.Rescues;

/// <summary>Another reading of a query, which may find something: whoever made the query decides by what it finds.</summary>
/// <param name="Kind">What was taken to be wrong.</param>
/// <param name="Query">The whole query as read instead, with its signs and quotation marks.</param>
internal sealed record RescueCandidate(RescueKind Kind, string Query);

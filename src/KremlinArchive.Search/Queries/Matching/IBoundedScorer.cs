namespace KremlinArchive.Search.Queries.Matching;

/// <summary>A scorer that knows, without reading how often anything stands where, what the present document scores at most.</summary>
internal interface IBoundedScorer
{
    /// <summary>No less than the score of the present document.</summary>
    float MostScore { get; }
}

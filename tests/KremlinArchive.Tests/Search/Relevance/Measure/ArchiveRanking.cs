using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Tests.Search.Relevance.Measure;

/// <summary>The archive's own search, as a reader meets it.</summary>
internal sealed class ArchiveRanking(ArchiveIndex index) : IRanking
{
    public string Name => "KremlinArchive";

    public IReadOnlyList<RecordId> Rank(Topic topic, int depth) => [.. Score(topic.Query, topic.Language, depth).Select(hit => hit.Id)];

    /// <summary>The best records for a query, with their scores.</summary>
    public IReadOnlyList<(RecordId Id, double Score)> Score(string query, Language language, int depth)
    {
        var request = new SearchRequest
        {
            Query = query,
            Constraints = [new FacetConstraint(Facet.Language, language.Code())],
            Size = Math.Min(depth, SearchRequest.LargestSize),
        };
        var hits = new List<(RecordId Id, double Score)>();
        while (hits.Count < depth)
        {
            var answer = index.Search(request, CancellationToken.None);
            // Hits that a rescue shows are an answer to another query.
            if (answer.Rescue is { IsShown: true })
                break;
            hits.AddRange(answer.Hits.Select(hit => (hit.Id, hit.Score)));
            if (answer.Hits.Count < request.Size)
                break;
            request = request with { Page = request.Page + 1 };
        }

        return [.. hits.Take(depth)];
    }
}

using KremlinArchive.Records;
using KremlinArchive.Search;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Tests.Search.Relevance.Measure;

/// <summary>The archive's own search, as a reader meets it: with whatever takes the place of a query that finds nothing.</summary>
internal sealed class ArchiveRanking(ArchiveIndex index, WordMatch match) : IRanking
{
    public string Name => match == WordMatch.All ? "KremlinArchive" : "KremlinArchive, any words";

    public IReadOnlyList<RecordId> Rank(Topic topic, int depth)
    {
        var request = new SearchRequest
        {
            Query = topic.Query,
            Constraints = [new FacetConstraint(Facet.Language, topic.Language.Code())],
            Match = match,
            Size = Math.Min(depth, SearchRequest.LargestSize),
        };
        var found = new List<RecordId>();
        while (found.Count < depth)
        {
            var hits = index.Search(request, CancellationToken.None).Hits;
            found.AddRange(hits.Select(hit => hit.Id));
            if (hits.Count < request.Size)
                break;
            request = request with { Page = request.Page + 1 };
        }

        return [.. found.Take(depth)];
    }
}

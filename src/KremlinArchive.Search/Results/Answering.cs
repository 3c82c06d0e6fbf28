using System.Diagnostics;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Queries;
using KremlinArchive.Search.Requests;
using Lucene.Net.Search;

namespace KremlinArchive.Search.Results;

/// <summary>Answers a request from one view: understand, collect, read the page, count.</summary>
internal static class Answering
{
    public static SearchAnswer Answer(IndexView view, SearchRequest request, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var query = QueryReader.Read(request.Query, request.Interface);
        var size = Math.Clamp(request.Size, 1, SearchRequest.LargestSize);
        var skip = (long)(request.Page - 1) * size;
        var top = new TopDocuments(Limit(view, skip, size), RankedDocument.Comparison(request.Order));
        var collector = new ResultCollector(view, request, top, cancellation);
        view.Searcher.Search(query.Parts.Count == 0 ? new MatchAllDocsQuery() : LuceneQueries.Of(query), collector);
        var page = skip < view.Reader.MaxDoc ? top.From((int)skip) : [];
        return new SearchAnswer
        {
            Total = collector.Total,
            Page = request.Page,
            Size = size,
            Warnings = [.. request.Warnings, .. query.Warnings],
            Hits = new HitReader(view, query).Read(page),
            Facets = FacetAnswers.Of(view, request, collector.Counts),
            TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2),
        };
    }

    /// <summary>How many documents must be kept in order to know the page: none for a page behind the whole index.</summary>
    private static int Limit(IndexView view, long skip, int size) =>
        skip >= view.Reader.MaxDoc ? 0 : (int)Math.Min(skip + size, view.Reader.MaxDoc);
}

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
        var window = PageWindow.Of(request);
        var top = new TopDocuments(window.Kept(view.Reader.MaxDoc), RankedDocument.Comparison(request.Order));
        var collector = new ResultCollector(view, request, top, cancellation);
        view.Searcher.Search(Words(query), collector);
        var facets = FacetAnswers.Of(view, request, collector.Counts);
        return new SearchAnswer
        {
            Total = collector.Total,
            Page = request.Page,
            Size = window.Size,
            Warnings = [.. request.Warnings, .. query.Warnings, .. Some(window.Warning(collector.Total, request.Interface))],
            Hits = new HitReader(view, query).Read(window.Of(top)),
            Facets = facets,
            Labels = FacetAnswers.Labels(view, request),
            Unlisted = FacetAnswers.Unlisted(collector.Counts, facets),
            Histogram = collector.Periods.Histogram,
            TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2),
        };
    }

    /// <summary>How many records a request finds, and how many of them have each value of a facet, by the catalog's numbers.</summary>
    public static (long Total, int[] Counts) Count(IndexView view, SearchRequest request, Facet facet, CancellationToken cancellation)
    {
        var unordered = request with { Sort = SortOrder.Newest };
        var collector = new ResultCollector(view, unordered, new TopDocuments(0, RankedDocument.Comparison(SortOrder.Newest)), cancellation);
        view.Searcher.Search(Words(QueryReader.Read(request.Query, request.Interface)), collector);
        return (collector.Total, collector.Counts[(int)facet]);
    }

    private static Query Words(ParsedQuery query) => query.Parts.Count == 0 ? new MatchAllDocsQuery() : LuceneQueries.Of(query);

    private static IEnumerable<SearchWarning> Some(SearchWarning? warning) => warning is null ? [] : [warning];
}

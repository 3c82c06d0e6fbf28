using System.Diagnostics;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Queries.Reading;
using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Results;

/// <summary>Answers a request from one view: understand, collect, read the page, count.</summary>
internal static class Answering
{
    public static SearchAnswer Answer(IndexView view, SearchRequest request, SearchBudget budget)
    {
        var started = Stopwatch.GetTimestamp();
        var query = QueryReader.Read(request.Query, request.Interface);
        var found = Findings.Of(view, request, query.Root, budget);
        var facets = FacetAnswers.Of(view, request, found.Collector.Counts);
        return new SearchAnswer
        {
            Total = found.Collector.Total,
            Page = request.Page,
            Size = found.Window.Size,
            IsPartial = found.IsPartial,
            Warnings = [.. request.Warnings, .. query.Warnings, .. found.Warnings],
            Hits = Hits(view, query.Root, found, budget),
            Facets = facets,
            Unlisted = FacetAnswers.Unlisted(found.Collector.Counts, facets),
            Years = FacetAnswers.Years(view, request, found.Collector),
            TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2),
        };
    }

    private static IReadOnlyList<SearchHit> Hits(IndexView view, QueryNode? root, Findings found, SearchBudget budget)
    {
        // What was found is shown even where the time is up: a page is a bounded piece of work.
        var page = found.Window.Of(found.Top);
        return page.Length == 0 ? [] : new HitReader(view, SoughtWords.Of(root), found.Binder, budget.WithoutLimit()).Read(page);
    }
}

using System.Diagnostics;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Measuring;
using KremlinArchive.Search.Queries;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Results;

/// <summary>Answers a request from one view: understand, collect, read anew what found nothing, read the page, count.</summary>
internal static class Answering
{
    /// <param name="course">Told of each stage; null for what no reader asked.</param>
    public static SearchAnswer Answer(IndexView view, SearchRequest request, SearchBudget budget, SearchCourse? course)
    {
        var started = Stopwatch.GetTimestamp();
        course?.Enter(SearchStage.Read);
        var reading = QueryReading.Of(request);
        view = Shelf(view, reading);
        var states = new TermStates(view.Reader);
        course?.Enter(SearchStage.Match);
        var found = Findings.Of(view, request, reading.Sought, states, budget);
        course?.Enter(SearchStage.Rescue);
        var rescued = found.IsPartial || reading.IsOfVersions ? null : new Rescuing(view, request, reading, states, budget).Find(found.Collector.Total);
        List<SearchWarning> warnings = [.. request.Warnings, .. reading.Parsed.Warnings, .. found.Warnings];
        if (rescued is { Shown: { } shown })
        {
            warnings.AddRange(shown.Found.Warnings.ExceptBy(warnings.Select(warning => warning.Code), warning => warning.Code));
            (request, reading, found) = (rescued.Rescue.Request, shown.Reading, shown.Found);
        }

        course?.Enter(SearchStage.Facets);
        var facets = FacetAnswers.Of(view, request, found.Collector.Counts);
        var unlisted = FacetAnswers.Unlisted(found.Collector.Counts, facets);
        course?.Enter(SearchStage.Snippets);
        var hits = Hits(view, reading.Sought, found, budget);
        return new SearchAnswer
        {
            Total = found.Collector.Total,
            Page = request.Page,
            Size = found.Window.Size,
            IsPartial = found.IsPartial,
            Warnings = warnings,
            Reading = reading.Parts(request.Interface),
            OtherNames = reading.OtherNames,
            Rescue = rescued?.Rescue,
            Hits = hits,
            Facets = facets,
            Labels = FacetAnswers.Labels(view, request),
            Unlisted = unlisted,
            Histogram = found.Collector.Periods.Histogram,
            TookMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2),
        };
    }

    /// <summary>How many records a request finds, how many of them have each value of a facet, by the catalog's numbers, and whether the time was up before all were counted.</summary>
    public static (long Total, int[] Counts, bool IsPartial) Count(IndexView view, SearchRequest request, Facet facet, SearchBudget budget)
    {
        var reading = QueryReading.Of(request);
        view = Shelf(view, reading);
        var found = Findings.Of(view, request with { Sort = SortOrder.Newest, Page = int.MaxValue }, reading.Sought, new TermStates(view.Reader), budget);
        return (found.Collector.Total, found.Collector.Counts[(int)facet], found.IsPartial);
    }

    /// <summary>What a request looks through: the records as they stand, or their superseded versions.</summary>
    public static IndexView Shelf(IndexView view, QueryReading reading) => reading.IsOfVersions ? view.Superseded ?? IndexView.Empty() : view;

    private static IReadOnlyList<SearchHit> Hits(IndexView view, QueryNode? root, Findings found, SearchBudget budget)
    {
        // What was found is shown even where the time is up: a page is a bounded piece of work.
        var page = found.Window.Of(found.Top);
        return page.Length == 0 ? [] : new HitReader(view, SoughtWords.Of(root), found.Binder, budget.WithoutLimit()).Read(page);
    }
}

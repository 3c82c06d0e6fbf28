using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Queries.Reading;
using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Requests;
using Lucene.Net.Search;

namespace KremlinArchive.Search.Results;

/// <summary>What a query found in a view: the documents that a page needs, counted and ordered, not read.</summary>
internal sealed record Findings(PageWindow Window, TopDocuments Top, ResultCollector Collector, WordBinder Binder, IReadOnlyList<SearchWarning> Warnings, bool IsPartial)
{
    /// <summary>Searches until all is found or the budget is spent.</summary>
    public static Findings Of(IndexView view, SearchRequest request, QueryNode? root, TermStates states, SearchBudget budget)
    {
        var notes = new QueryNotes(request.Interface);
        var window = PageWindow.Of(request);
        var compiler = new QueryCompiler(view, states, budget, notes);
        var nearness = window.Kept(view.Reader.MaxDoc) > 0 ? compiler.Nearness(root, request) : null;
        var kept = Math.Max(window.Kept(view.Reader.MaxDoc), nearness is null ? 0 : Nearness.Best);
        var collectors = new ResultCollector[view.Searcher.Shares];
        for (var share = 0; share < collectors.Length; share++)
            collectors[share] = new ResultCollector(view, request, new TopDocuments(kept, RankedDocument.Comparison(request.Order)), compiler.Titles(root, request), budget);
        var isPartial = false;
        var collector = collectors[0];
        try
        {
            Collect(view, compiler.Compile(root, request), collectors);
            if (nearness is not null)
                collector.Top.Rerank(Nearness.Best, nearness.Add);
        }
        catch (BudgetSpentException)
        {
            isPartial = true;
            notes.Partial(budget.Limit);
        }

        if (compiler.Binder.IsCut)
            notes.WordsCut();
        return new Findings(window, collector.Top, collector, compiler.Binder, [.. notes.Warnings, .. Some(window.Warning(collector.Total, request.Interface))], isPartial);
    }

    /// <summary>How many records a query finds, without ordering and counting them by facets; what it found by then where the budget is spent.</summary>
    public static long Count(IndexView view, SearchRequest request, QueryNode? root, TermStates states, SearchBudget budget)
    {
        var counter = new CountingCollector(new RequestFilter(request, view), budget);
        try
        {
            view.Searcher.Search(new QueryCompiler(view, states, budget, new QueryNotes(request.Interface)).Compile(root, request with { Sort = SortOrder.Newest }), counter);
        }
        catch (BudgetSpentException)
        {
            // What is offered beside an answer may count too few; the answer itself may not.
        }

        return counter.Total;
    }

    /// <summary>Lets the collectors see the view, and the first take over what the others saw, also where the time was up.</summary>
    private static void Collect(IndexView view, Query query, ResultCollector[] collectors)
    {
        try
        {
            view.Searcher.Search(query, collectors);
        }
        finally
        {
            foreach (var other in collectors[1..])
                collectors[0].Add(other);
        }
    }

    private static IEnumerable<SearchWarning> Some(SearchWarning? warning) => warning is null ? [] : [warning];
}

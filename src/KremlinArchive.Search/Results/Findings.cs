using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Queries.Reading;
using KremlinArchive.Search.Queries.Tree;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Results;

/// <summary>What a query found in a view: the documents that a page needs, counted and ordered, not read.</summary>
internal sealed record Findings(PageWindow Window, TopDocuments Top, ResultCollector Collector, WordBinder Binder, IReadOnlyList<SearchWarning> Warnings, bool IsPartial)
{
    /// <summary>Searches until all is found or the budget is spent.</summary>
    public static Findings Of(IndexView view, SearchRequest request, QueryNode? root, SearchBudget budget)
    {
        var notes = new QueryNotes(request.Interface);
        var window = PageWindow.Of(request);
        var top = new TopDocuments(window.Kept(view.Reader.MaxDoc), RankedDocument.Comparison(request.Order));
        var collector = new ResultCollector(view, request, top, budget);
        var compiler = new QueryCompiler(view, budget, notes);
        var isPartial = false;
        try
        {
            view.Searcher.Search(compiler.Compile(root, request), collector);
        }
        catch (BudgetSpentException)
        {
            isPartial = true;
            notes.Partial(budget.Limit);
        }

        if (compiler.Binder.IsCut)
            notes.WordsCut();
        return new Findings(window, top, collector, compiler.Binder, [.. notes.Warnings, .. Some(window.Warning(collector.Total, request.Interface))], isPartial);
    }

    private static IEnumerable<SearchWarning> Some(SearchWarning? warning) => warning is null ? [] : [warning];
}

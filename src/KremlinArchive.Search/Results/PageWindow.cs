using KremlinArchive.Records;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Search.Results;

/// <summary>The stretch of the ordered results that a page shows. To know it, all results before it must be kept, so that its depth is bounded.</summary>
/// <param name="Skip">How many results stand before the page.</param>
/// <param name="Size">How many the page holds.</param>
internal readonly record struct PageWindow(long Skip, int Size)
{
    public static PageWindow Of(SearchRequest request)
    {
        var size = Math.Clamp(request.Size, 1, SearchRequest.LargestSize);
        return new PageWindow((long)(request.Page - 1) * size, size);
    }

    /// <summary>How many of so many documents must be kept in order to know the page: none for a page that is not answered.</summary>
    public int Kept(int documents) => Skip >= documents || Skip > SearchRequest.MostSkipped ? 0 : (int)Math.Min(Skip + Size, documents);

    /// <summary>The page's own of the documents kept.</summary>
    public RankedDocument[] Of(TopDocuments top) => Skip > SearchRequest.MostSkipped ? [] : top.From((int)Skip, Size);

    /// <summary>What to tell about a page that is left empty though it has results.</summary>
    public SearchWarning? Warning(long total, Language language) => Skip <= SearchRequest.MostSkipped || Skip >= total ? null : new SearchWarning("page-too-deep", language == Language.Russian
        ? $"Страницы глубже {SearchRequest.MostSkipped} документов не показываются: уточните запрос."
        : $"Pages deeper than {SearchRequest.MostSkipped} documents are not shown: narrow the search.");
}

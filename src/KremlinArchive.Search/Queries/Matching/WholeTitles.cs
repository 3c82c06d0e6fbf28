using Lucene.Net.Search;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>The records whose whole title is nothing but the words of a query, which come first. Looked up for each segment, since they are few.</summary>
/// <param name="title">The title as a term; null where there is none.</param>
internal sealed class WholeTitles(TermInView? title)
{
    private const float FirstOfAll = 20f;

    private readonly HashSet<int> present = [];

    /// <summary>Goes to a segment.</summary>
    public void Enter(int segment)
    {
        present.Clear();
        if (title?.Docs(segment, null) is not { } documents)
            return;
        for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
            present.Add(document);
    }

    /// <summary>What the title adds to the score of a document of the present segment.</summary>
    public float BonusOf(int document) => present.Count > 0 && present.Contains(document) ? FirstOfAll : 0;
}

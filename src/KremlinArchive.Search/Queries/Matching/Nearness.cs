using KremlinArchive.Search.Results;
using Lucene.Net.Index;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>
/// Ranks the best of what was found anew by how near to each other the words stand. Reading where words stand costs more than all the rest of a
/// search, and what is far from the top does not come there by nearness: so only the best are looked at.
/// </summary>
internal sealed class Nearness(IndexView view, IReadOnlyList<WordsQuery> pairs)
{
    /// <summary>How many of the best are looked at.</summary>
    public const int Best = 500;

    /// <summary>Adds to the scores of some documents, in place and in no particular order.</summary>
    public void Add(Span<RankedDocument> documents)
    {
        documents.Sort(static (a, b) => a.Document.CompareTo(b.Document));
        WordsWeight[] weights = [.. pairs.Select(pair => pair.WeightIn(view.Searcher))];
        for (int at = 0, end; at < documents.Length; at = end)
        {
            var leaf = view.Reader.Leaves[ReaderUtil.SubIndex(documents[at].Document, view.Reader.Leaves)];
            end = at;
            while (end < documents.Length && documents[end].Document < leaf.DocBase + leaf.Reader.MaxDoc)
                end++;
            foreach (var weight in weights)
            {
                if (weight.ScorerTogether(leaf, null) is { } scorer)
                    Add(documents[at..end], scorer, leaf.DocBase);
            }
        }
    }

    private static void Add(Span<RankedDocument> documents, TogetherScorer scorer, int first)
    {
        foreach (ref var document in documents)
            document = document with { Score = document.Score + scorer.ScoreOf(document.Document - first) };
    }
}

using KremlinArchive.Search.Snippets;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Walks through the documents of a segment in which words stand together in one field.</summary>
internal sealed class FieldWalk
{
    private readonly WordWalk[] words;
    private readonly ArraySegment<int>[] found;
    private readonly int reach;
    private readonly PassageScope? scope;
    private readonly SearchBudget budget;

    private FieldWalk(WordWalk[] words, int reach, PassageScope? scope, SearchBudget budget)
    {
        this.words = words;
        this.reach = reach;
        this.scope = scope;
        this.budget = budget;
        found = new ArraySegment<int>[words.Length];
    }

    /// <summary>The document it stands at; -1 before the first.</summary>
    public int Doc { get; private set; } = -1;

    /// <summary>How often the words stand together in the present document.</summary>
    public int Count { get; private set; }

    /// <summary>An upper bound of how many documents there are.</summary>
    public long Cost => words.Min(word => word.Cost);

    /// <summary>The walk of words; null if the segment cannot have them together.</summary>
    /// <param name="scope">The passages that alone count; null for all.</param>
    /// <param name="live">The documents that are not deleted; null for all.</param>
    public static FieldWalk? Open(AtomicReader segment, string field, IReadOnlyList<BoundWord> words, int reach, PassageScope? scope, IBits? live, SearchBudget budget)
    {
        var walks = new WordWalk[words.Count];
        for (var i = 0; i < walks.Length; i++)
        {
            if (WordWalk.Open(segment, field, words[i].Needed, live) is not { } walk)
                return null;
            walks[i] = walk;
        }

        return new FieldWalk(walks, reach, scope, budget);
    }

    /// <summary>Goes to the first document with a match that is not before the target.</summary>
    public int Advance(int target)
    {
        if (Doc >= target)
            return Doc;
        for (var doc = target; ; doc++)
        {
            doc = Meet(doc);
            if (doc == DocIdSetIterator.NO_MORE_DOCS || Stand(doc))
                return Doc = doc;
        }
    }

    /// <summary>What to mark of the present document, in positions.</summary>
    public List<TextSpan> Spans() => Adjacency.Spans(found, reach);

    /// <summary>The first document from here on that all words are in.</summary>
    private int Meet(int doc)
    {
        for (var i = 0; i < words.Length;)
        {
            budget.Spend();
            var at = words[i].Advance(doc);
            if (at == DocIdSetIterator.NO_MORE_DOCS)
                return at;
            if (at == doc)
            {
                i++;
            }
            else
            {
                doc = at;
                i = i == 0 ? 1 : 0;
            }
        }

        return doc;
    }

    private bool Stand(int doc)
    {
        if (scope?.Enter(doc) == false)
            return false;
        for (var i = 0; i < words.Length; i++)
            found[i] = scope is null ? words[i].Positions() : scope.Within(words[i].Positions());
        Count = Adjacency.Count(found, reach);
        return Count > 0;
    }
}

using KremlinArchive.Search.Snippets;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Walks through the documents of a segment in which words stand together in one field.</summary>
internal sealed class FieldWalk
{
    private readonly WordWalk[] words;

    // The rarest first: it leads, and the others follow.
    private readonly WordWalk[] byCost;
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
        byCost = [.. words.OrderBy(word => word.Cost)];
        found = new ArraySegment<int>[words.Length];
    }

    /// <summary>The document it stands at; -1 before the first.</summary>
    public int Doc { get; private set; } = -1;

    /// <summary>How often the words stand together in the present document.</summary>
    public int Count { get; private set; }

    /// <summary>An upper bound of how many documents there are.</summary>
    public long Cost => byCost[0].Cost;

    /// <summary>The walk of words; null if the segment cannot have them together.</summary>
    /// <param name="scope">The passages that alone count; null for all.</param>
    /// <param name="live">The documents that are not deleted; null for all.</param>
    public static FieldWalk? Open(TermStates states, int segment, string field, IReadOnlyList<BoundWord> words, int reach, PassageScope? scope, IBits? live, SearchBudget budget)
    {
        var walks = new WordWalk[words.Count];
        for (var i = 0; i < walks.Length; i++)
        {
            if (WordWalk.Open(states, segment, field, words[i].Needed, live) is not { } walk)
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

    /// <summary>True if the words stand together in a document, which is not before those asked for earlier. Looks at no other document.</summary>
    public bool StandsIn(int doc)
    {
        if (Doc >= doc)
            return Doc == doc;
        foreach (var word in byCost)
        {
            if (word.Advance(doc) != doc)
                return false;
        }

        if (!Stand(doc))
            return false;
        Doc = doc;
        return true;
    }

    /// <summary>What to mark of the present document, in positions.</summary>
    public List<TextSpan> Spans() => Adjacency.Spans(found, reach);

    /// <summary>The first document from here on that all words are in, and in which somebody who is meant may speak.</summary>
    private int Meet(int doc)
    {
        for (var i = 0; i < byCost.Length;)
        {
            budget.Spend();
            var at = byCost[i].Advance(doc);
            if (at == doc && i == byCost.Length - 1 && scope is not null)
                at = scope.Next(doc);
            if (at == DocIdSetIterator.NO_MORE_DOCS)
                return at;
            if (at == doc)
            {
                i++;
            }
            else
            {
                doc = at;
                i = 0;
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

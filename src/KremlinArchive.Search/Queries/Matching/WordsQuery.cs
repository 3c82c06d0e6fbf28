using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>
/// Words, one or several together, in any of the fields. Scored as one word over all fields (BM25F): nesting Lucene's own queries, one for
/// each form and field, costs several times as much and counts a word once for each field.
/// </summary>
internal sealed class WordsQuery(IReadOnlyList<BoundWord> words, int reach, IReadOnlyList<FieldWeight> fields, Func<AtomicReaderContext, PassageScope>? scope, float share, float floor, TermStates states, SearchBudget budget) : Query
{
    /// <summary>The words, bound to the index.</summary>
    public IReadOnlyList<BoundWord> Words { get; } = words;

    /// <summary>How far apart they may stand; 0 for side by side.</summary>
    public int Reach { get; } = reach;

    public IReadOnlyList<FieldWeight> Fields { get; } = fields;

    /// <summary>Opens for a segment the passages that alone count; null for all passages.</summary>
    public Func<AtomicReaderContext, PassageScope>? Scope { get; } = scope;

    /// <summary>How much the whole counts, in parts of what it would by itself.</summary>
    public float Share { get; } = share;

    /// <summary>What a record that holds them scores at least, in parts of how much they tell.</summary>
    public float Floor { get; } = floor;

    /// <summary>Where the terms stand.</summary>
    public TermStates States { get; } = states;

    public SearchBudget Budget { get; } = budget;

    public override Weight CreateWeight(IndexSearcher searcher) => WeightIn(searcher);

    public WordsWeight WeightIn(IndexSearcher searcher) => new(this, searcher);

    public override void ExtractTerms(ISet<Term> terms)
    {
        foreach (var field in Fields)
            terms.UnionWith(Words.SelectMany(word => word.Terms).Select(term => new Term(field.Name, term)));
    }

    /// <summary>Without the words: a query is never written to a log.</summary>
    public override string ToString(string field) => "words";
}

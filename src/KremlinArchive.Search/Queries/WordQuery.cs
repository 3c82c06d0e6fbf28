using KremlinArchive.Search.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KremlinArchive.Search.Queries;

/// <summary>
/// A word in any of its forms in any field. Scored as one word over all fields (BM25F): nesting Lucene's own queries, one for each
/// form and field, costs several times as much and counts a word once for each field.
/// </summary>
internal sealed class WordQuery(WordForms word) : Query
{
    public WordForms Word { get; } = word;

    public override Weight CreateWeight(IndexSearcher searcher) => new WordWeight(this, searcher);

    public override void ExtractTerms(ISet<Term> terms)
    {
        foreach (var (field, _) in FieldWeights.All)
            terms.UnionWith(Word.Sought.Select(term => new Term(field, term)));
    }

    /// <summary>Without the word: a query is never written to a log.</summary>
    public override string ToString(string field) => "word";
}

using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KremlinArchive.Search.Queries;

/// <summary>What a parsed query is to Lucene.</summary>
internal static class LuceneQueries
{
    // A second field that holds the same phrase adds a little to the best one.
    private const float TieBreaker = 0.1f;

    public static Query Of(ParsedQuery parsed)
    {
        if (parsed.Parts is [{ IsExcluded: false } only])
            return Of(only);
        var all = new BooleanQuery(disableCoord: true);
        foreach (var part in parsed.Parts)
            all.Add(Of(part), part.IsExcluded ? Occur.MUST_NOT : Occur.MUST);
        if (parsed.Wanted.Count == 0)
            all.Add(new MatchAllDocsQuery(), Occur.MUST);
        return all;
    }

    private static Query Of(QueryPart part) => part.Words is [var word] ? new WordQuery(word) : Phrase(part);

    private static DisjunctionMaxQuery Phrase(QueryPart part)
    {
        var anywhere = new DisjunctionMaxQuery(TieBreaker);
        foreach (var (field, weight) in FieldWeights.All)
        {
            var phrase = new MultiPhraseQuery { Boost = weight };
            foreach (var word in part.Words)
                phrase.Add([.. word.Needed.Select(term => new Term(field, term))]);
            anywhere.Add(phrase);
        }

        return anywhere;
    }
}

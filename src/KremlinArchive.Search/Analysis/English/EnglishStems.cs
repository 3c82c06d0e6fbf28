using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;

namespace KremlinArchive.Search.Analysis.English;

/// <summary>The stem of an English word: KStem's, which stays a word and does not join what only looks alike.</summary>
internal static class EnglishStems
{
    [ThreadStatic]
    private static OneWord? source;

    [ThreadStatic]
    private static KStemFilter? filter;

    public static string Of(string word)
    {
        source ??= new OneWord();
        filter ??= new KStemFilter(source);
        source.Next = word;
        filter.IncrementToken();
        return filter.GetAttribute<ICharTermAttribute>().ToString()!;
    }

    /// <summary>A stream of the word that was put in; the stemmer is to be had only as a filter of streams.</summary>
    private sealed class OneWord : TokenStream
    {
        private readonly ICharTermAttribute term;

        public OneWord() => term = AddAttribute<ICharTermAttribute>();

        public string Next { get; set; } = "";

        public override bool IncrementToken()
        {
            ClearAttributes();
            term.Append(Next);
            return true;
        }
    }
}

using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Queries;

/// <summary>A word together with its statistics in one state of the index.</summary>
internal sealed class WordWeight : Weight
{
    private readonly WordQuery query;
    private readonly List<FormInField> forms = [];
    private readonly float inverseFrequency;

    public WordWeight(WordQuery query, IndexSearcher searcher)
    {
        this.query = query;
        var widest = 0;
        for (var field = 0; field < FieldWeights.All.Count; field++)
        {
            var (name, weight) = FieldWeights.All[field];
            var averageLength = AverageLength(searcher, name);
            foreach (var text in query.Word.Sought)
            {
                var term = new Term(name, text);
                var context = TermContext.Build(searcher.TopReaderContext, term);
                if (context.DocFreq == 0)
                    continue;
                widest = Math.Max(widest, context.DocFreq);
                forms.Add(new FormInField(field, term, context, text == query.Word.Surface, weight, averageLength));
            }
        }

        var records = Math.Max(searcher.IndexReader.MaxDoc, widest);
        inverseFrequency = (float)Math.Log(1 + ((records - widest + 0.5) / (widest + 0.5)));
    }

    public override Query Query => query;

    public override float GetValueForNormalization() => 1;

    public override void Normalize(float norm, float topLevelBoost)
    {
        // BM25 has no query norm.
    }

    public override Explanation Explain(AtomicReaderContext context, int doc) => throw new NotSupportedException("Word scores are not explained.");

    public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs)
    {
        var postings = new List<FormPostings>();
        foreach (var form in forms)
        {
            if (form.Context.Get(context.Ord) is not { } state)
                continue;
            var terms = context.AtomicReader.GetTerms(form.Term.Field).GetEnumerator();
            terms.SeekExact(form.Term.Bytes, state);
            postings.Add(new FormPostings(form, terms.Docs(acceptDocs, null), context.AtomicReader.GetNormValues(form.Term.Field)));
        }

        return postings.Count == 0 ? null : new WordScorer(this, [.. postings], inverseFrequency);
    }

    // The statistics count a word's stems as well, which stand at its position: about two terms a word.
    private static float AverageLength(IndexSearcher searcher, string field)
    {
        var statistics = searcher.CollectionStatistics(field);
        return statistics.DocCount > 0 ? Math.Max(1f, statistics.SumTotalTermFreq / 2.2f / statistics.DocCount) : 1f;
    }
}

/// <summary>One form of a word in one field.</summary>
internal sealed record FormInField(int Field, Term Term, TermContext Context, bool IsSurface, float Weight, float AverageLength);

/// <summary>Where a form stands in a segment, and the lengths of its field there.</summary>
internal sealed record FormPostings(FormInField Form, DocsEnum Docs, NumericDocValues? Norms);

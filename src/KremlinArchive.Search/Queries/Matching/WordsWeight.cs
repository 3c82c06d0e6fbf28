using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Words together with their statistics in one state of the index.</summary>
internal sealed class WordsWeight : Weight
{
    private readonly WordsQuery query;
    private readonly List<FormInField>[] forms;
    private readonly float[] averageLengths;
    private readonly float inverseFrequency;

    public WordsWeight(WordsQuery query, IndexSearcher searcher)
    {
        this.query = query;
        averageLengths = [.. query.Fields.Select(field => AverageLength(searcher, field.Name))];
        forms = [.. query.Words.Select(word => Forms(word, searcher))];
        inverseFrequency = query.Share * forms.Sum(word => InverseFrequency(word, searcher.IndexReader.MaxDoc));
    }

    public override Query Query => query;

    public override float GetValueForNormalization() => 1;

    public override void Normalize(float norm, float topLevelBoost)
    {
        // BM25 has no query norm.
    }

    public override Explanation Explain(AtomicReaderContext context, int doc) => throw new NotSupportedException("Word scores are not explained.");

    public override Scorer? GetScorer(AtomicReaderContext context, IBits acceptDocs) =>
        query is { Words.Count: 1, Scope: null } ? ScorerOfWord(context, acceptDocs) : ScorerTogether(context.AtomicReader, acceptDocs);

    /// <summary>How much a word tells: by the form that the most documents have, and the more forms a beginning has, the less.</summary>
    public static float InverseFrequency(int documents, int widest) => (float)Math.Log(1 + ((documents - widest + 0.5) / (widest + 0.5)));

    private Saturation Saturation => new(inverseFrequency, query.Floor);

    private WordScorer? ScorerOfWord(AtomicReaderContext context, IBits acceptDocs)
    {
        var postings = new List<FormPostings>();
        foreach (var form in forms[0])
        {
            if (form.Context.Get(context.Ord) is not { } state)
                continue;
            var terms = context.AtomicReader.GetTerms(form.Term.Field).GetEnumerator();
            terms.SeekExact(form.Term.Bytes, state);
            postings.Add(new FormPostings(form, terms.Docs(acceptDocs, null), context.AtomicReader.GetNormValues(form.Term.Field)));
        }

        return postings.Count == 0 ? null : new WordScorer(this, [.. postings], query.Fields.Count, Saturation, query.Budget);
    }

    private TogetherScorer? ScorerTogether(AtomicReader segment, IBits acceptDocs)
    {
        var fields = new List<FieldTogether>();
        for (var i = 0; i < query.Fields.Count; i++)
        {
            var field = query.Fields[i];
            if (FieldWalk.Open(segment, field.Name, query.Words, query.Reach, query.Scope?.Invoke(segment), acceptDocs, query.Budget) is { } walk)
                fields.Add(new FieldTogether(walk, field.Weight, averageLengths[i], segment.GetNormValues(field.Name)));
        }

        return fields.Count == 0 ? null : new TogetherScorer(this, [.. fields], Saturation);
    }

    private List<FormInField> Forms(BoundWord word, IndexSearcher searcher)
    {
        var found = new List<FormInField>();
        for (var field = 0; field < query.Fields.Count; field++)
        {
            var (name, weight) = query.Fields[field];
            foreach (var text in word.Terms)
            {
                var term = new Term(name, text);
                var context = TermContext.Build(searcher.TopReaderContext, term);
                if (context.DocFreq > 0)
                    found.Add(new FormInField(field, term, context, text == word.Typed, weight, averageLengths[field]));
            }
        }

        return found;
    }

    private static float InverseFrequency(List<FormInField> word, int documents)
    {
        var widest = word.Select(form => form.Context.DocFreq).DefaultIfEmpty(0).Max();
        return InverseFrequency(Math.Max(documents, widest), widest);
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

/// <summary>Where words stand together in one field of a segment, and the lengths of the field there.</summary>
internal sealed record FieldTogether(FieldWalk Walk, float Weight, float AverageLength, NumericDocValues? Norms);

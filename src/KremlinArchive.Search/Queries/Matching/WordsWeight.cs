using KremlinArchive.Search.Results;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Words together with their statistics in one state of the index.</summary>
internal sealed class WordsWeight : Weight
{
    private readonly WordsQuery query;
    private readonly List<FormInField>[] forms;
    private readonly float[][] worths;
    private readonly float inverseFrequency;

    public WordsWeight(WordsQuery query, IndexSearcher searcher)
    {
        this.query = query;
        worths = [.. query.Fields.Select(field => Saturation.WorthByNorm(field.Weight, AverageLength(searcher, field.Name)))];
        forms = [.. query.Words.Select(Forms)];
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
        query is { Words.Count: 1, Scope: null } ? ScorerOfWord(context, acceptDocs) : ScorerTogether(context, acceptDocs);

    /// <summary>How much a word tells: by the form that the most documents have, and the more forms a beginning has, the less.</summary>
    public static float InverseFrequency(int documents, int widest) => (float)Math.Log(1 + ((documents - widest + 0.5) / (widest + 0.5)));

    /// <summary>What no record scores more than.</summary>
    public float MostScore => Saturation.Most;

    private Saturation Saturation => new(inverseFrequency, query.Floor);

    /// <summary>The walk through where they stand together in a segment; null if they do nowhere there.</summary>
    public TogetherScorer? ScorerTogether(AtomicReaderContext segment, IBits? acceptDocs)
    {
        var columns = SegmentColumns.Of(segment.AtomicReader);
        var fields = new List<FieldTogether>();
        for (var i = 0; i < query.Fields.Count; i++)
        {
            var field = query.Fields[i];
            if (FieldWalk.Open(query.States, segment.Ord, field.Name, query.Words, query.Reach, query.Scope?.Invoke(segment), acceptDocs, query.Budget) is { } walk)
                fields.Add(new FieldTogether(walk, worths[i], columns.NormsOf(field.Name)));
        }

        return fields.Count == 0 ? null : new TogetherScorer(this, [.. fields], Saturation);
    }

    private WordScorer? ScorerOfWord(AtomicReaderContext segment, IBits acceptDocs)
    {
        var columns = SegmentColumns.Of(segment.AtomicReader);
        var postings = new List<FormPostings>();
        foreach (var form in forms[0])
        {
            if (form.Term.Docs(segment.Ord, acceptDocs) is { } docs)
                postings.Add(new FormPostings(form, docs, columns.NormsOf(query.Fields[form.Field].Name)));
        }

        return postings.Count == 0 ? null : new WordScorer(this, [.. postings], query.Fields.Count, Saturation, query.Budget);
    }

    private List<FormInField> Forms(BoundWord word)
    {
        var found = new List<FormInField>();
        for (var field = 0; field < query.Fields.Count; field++)
        {
            foreach (var text in word.Terms)
            {
                if (query.States.Find(query.Fields[field].Name, text) is { } term)
                    found.Add(new FormInField(field, term, text == word.Typed, worths[field]));
            }
        }

        return found;
    }

    private static float InverseFrequency(List<FormInField> word, int documents)
    {
        var widest = word.Select(form => form.Term.Documents).DefaultIfEmpty(0).Max();
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
/// <param name="WorthByNorm">What one occurrence counts, by the length of the field.</param>
internal sealed record FormInField(int Field, TermInView Term, bool IsSurface, float[] WorthByNorm);

/// <summary>Where a form stands in a segment, and the lengths of its field there.</summary>
internal sealed record FormPostings(FormInField Form, DocsEnum Docs, byte[] Norms);

/// <summary>Where words stand together in one field of a segment, and the lengths of the field there.</summary>
internal sealed record FieldTogether(FieldWalk Walk, float[] WorthByNorm, byte[] Norms);

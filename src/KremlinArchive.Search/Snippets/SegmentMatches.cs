using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Queries.Matching;
using KremlinArchive.Search.Queries.Tree;
using Lucene.Net.Index;

namespace KremlinArchive.Search.Snippets;

/// <summary>What the documents of a segment match by. It is asked for them in their order.</summary>
internal sealed class SegmentMatches(AtomicReaderContext segment, IReadOnlyList<BoundWords> wanted, WordBinder binder, SearchBudget budget)
{
    private const int MostWords = 4;

    private readonly PassagePicker picker = new(segment, wanted, binder, budget);

    // What no hit shows in full: only that they matched is told.
    private readonly (MatchField Field, FieldWalk[] Walks)[] others =
    [
        (MatchField.Speaker, Walks(segment, FieldNames.Speaker, wanted, binder, budget)),
        (MatchField.Place, Walks(segment, FieldNames.Place, wanted, binder, budget)),
        (MatchField.Tags, Walks(segment, FieldNames.Tags, wanted, binder, budget)),
    ];

    public PickedPassages Pick(int doc) => picker.Pick(doc);

    /// <summary>Sums up the matches of a document.</summary>
    /// <param name="inText">How many its whole text has, the passages that are not shown included.</param>
    public HitMatches Sum(int doc, FoundText title, FoundText? lead, IReadOnlyList<FoundText> passages, int inText)
    {
        var words = new[] { title, lead }.Concat(passages).SelectMany(text => text?.Words ?? [])
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords + 1).ToList();
        return new HitMatches(
            title.Count + (lead?.Count ?? 0) + inText,
            [.. words.Take(MostWords)],
            words.Count > MostWords || inText > passages.Sum(passage => passage.Count),
            [.. Fields(doc, title, lead, inText)]);
    }

    private IEnumerable<MatchField> Fields(int doc, FoundText title, FoundText? lead, int inText)
    {
        if (title.Count > 0)
            yield return MatchField.Title;
        if (lead is { Count: > 0 })
            yield return MatchField.Lead;
        if (inText > 0)
            yield return MatchField.Text;
        foreach (var (field, walks) in others)
        {
            if (Array.Exists(walks, walk => walk.StandsIn(doc)))
                yield return field;
        }
    }

    private static FieldWalk[] Walks(AtomicReaderContext segment, string field, IReadOnlyList<BoundWords> wanted, WordBinder binder, SearchBudget budget) =>
    [
        .. wanted.Where(words => words.Sought is { Field: null, Speaker: null } || (words.Sought.Field == QueryField.Speaker && field == FieldNames.Speaker))
            .Select(words => words.Walk(segment, field, binder, budget)).OfType<FieldWalk>(),
    ];
}

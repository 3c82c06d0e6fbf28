using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Queries;
using Lucene.Net.Index;

namespace KremlinArchive.Search.Snippets;

/// <summary>What the documents of a segment match by. It is asked for them in their order.</summary>
internal sealed class SegmentMatches(AtomicReader segment, IReadOnlyList<QueryPart> wanted)
{
    private const int MostWords = 4;

    private readonly PassagePicker picker = new(segment, wanted);

    // What no hit shows in full: only that they matched is told.
    private readonly (MatchField Field, FieldPositions Positions)[] others =
    [
        (MatchField.Speaker, new FieldPositions(segment, FieldNames.Speaker)),
        (MatchField.Place, new FieldPositions(segment, FieldNames.Place)),
        (MatchField.Tags, new FieldPositions(segment, FieldNames.Tags)),
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
        foreach (var (field, positions) in others)
        {
            if (wanted.Any(part => positions.Of(part, doc).Length > 0))
                yield return field;
        }
    }
}

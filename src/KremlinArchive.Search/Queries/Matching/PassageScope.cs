using KremlinArchive.Search.Indexing;
using KremlinArchive.Search.Queries.Tree;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>The passages of a segment's documents in which certain speakers speak, from positions alone.</summary>
internal sealed class PassageScope
{
    private readonly QueryNode speaker;
    private readonly BinaryDocValues? layouts;
    private readonly Dictionary<WordsNode, FieldWalk?> labels = new(ReferenceEqualityComparer.Instance);

    // The walks of which one must find a document before anyone is meant in it; null where a speaker is meant by what is not in his label.
    private readonly FieldWalk[]? needed;
    private RecordLayout? layout;
    private bool[] isMeant = [];

    public PassageScope(AtomicReaderContext segment, QueryNode speaker, WordBinder binder, SearchBudget budget)
    {
        this.speaker = speaker;
        layouts = segment.AtomicReader.GetBinaryDocValues(FieldNames.Layout);
        foreach (var words in SpeakerMatch.WordsOf(speaker))
            labels[words] = FieldWalk.Open(binder.States, segment.Ord, FieldNames.Speaker, binder.Bind(words), words.Reach, null, null, budget);
        needed = SpeakerMatch.IsBySaid(speaker) ? [.. labels.Values.OfType<FieldWalk>()] : null;
    }

    /// <summary>The first document from here on in which one of the speakers may speak.</summary>
    public int Next(int doc)
    {
        if (needed is null)
            return doc;
        var next = DocIdSetIterator.NO_MORE_DOCS;
        foreach (var walk in needed)
            next = Math.Min(next, walk.Advance(doc));
        return next;
    }

    /// <summary>Turns to a document, not before the one before.</summary>
    /// <returns>False if none of the speakers speaks in it.</returns>
    public bool Enter(int doc)
    {
        layout = Next(doc) == doc ? RecordLayout.Read(layouts, doc) : null;
        if (layout is null)
            return false;
        isMeant = SpeakerMatch.Of(speaker, layout.Speakers, words => Find(words, doc));
        return isMeant.Contains(true);
    }

    /// <summary>True if one of the speakers speaks in the passage.</summary>
    public bool Has(int passage) => layout!.SpeakerOf(passage) is >= 0 and var voice && isMeant[voice];

    /// <summary>Those of the positions that lie in their passages.</summary>
    public ArraySegment<int> Within(ArraySegment<int> positions)
    {
        var kept = 0;
        foreach (var position in positions)
        {
            if (Has(layout!.PassageAt(position)))
                positions[kept++] = position;
        }

        return positions[..kept];
    }

    private bool[] Find(WordsNode words, int doc)
    {
        var found = new bool[layout!.Speakers];
        if (labels[words] is { } walk && walk.Advance(doc) == doc)
        {
            foreach (var span in walk.Spans())
                found[layout.SpeakerAt(span.Start)] = true;
        }

        return found;
    }
}

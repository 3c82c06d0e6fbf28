using KremlinArchive.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>Where terms stand in the dictionaries of a view's segments: looked up once a search, however many parts of the query ask for them. Any thread may ask; what it gets is its own.</summary>
internal sealed class TermStates(IndexReader reader)
{
    private readonly Lock turn = new();
    private readonly Dictionary<(string Field, string Text), TermInView?> known = [];
    private readonly Dictionary<(string Field, int Segment), TermsEnum?> dictionaries = [];

    /// <summary>How many documents the view has room for.</summary>
    public int Documents => reader.MaxDoc;

    /// <summary>A term of a field; null if no segment holds it.</summary>
    public TermInView? Find(string field, string text)
    {
        lock (turn)
        {
            if (!known.TryGetValue((field, text), out var term))
                known[(field, text)] = term = Look(field, text);
            return term;
        }
    }

    /// <summary>The terms of a field of a segment that pass, each noted so that finding it again costs nothing.</summary>
    /// <param name="open">Opens the walk through those terms of a dictionary that are wanted.</param>
    public IEnumerable<TermInView> Walk(string field, int segment, Func<Terms, TermsEnum> open)
    {
        if (reader.Leaves[segment].AtomicReader.GetTerms(field) is not { } dictionary)
            yield break;
        for (var terms = open(dictionary); terms.MoveNext();)
        {
            var key = (field, terms.Term.Utf8ToString());
            TermInView? term;
            lock (turn)
            {
                if (!known.TryGetValue(key, out term) || term is null)
                    known[key] = term = new TermInView(this, field, BytesRef.DeepCopyOf(terms.Term), key.Item2, new TermState?[reader.Leaves.Count]);
                term.Note(segment, terms.GetTermState(), terms.DocFreq);
            }

            yield return term;
        }
    }

    /// <summary>A term of a field as far as it was met already.</summary>
    public TermInView? Known(string field, string text)
    {
        lock (turn)
            return known.GetValueOrDefault((field, text));
    }

    /// <summary>Notes that these terms stand in no other searched field than those in which a walk through all segments met them.</summary>
    public void NoteAbsent(IEnumerable<string> texts)
    {
        lock (turn)
        {
            foreach (var text in texts)
            {
                foreach (var field in FieldNames.Searched)
                    known.TryAdd((field, text), null);
            }
        }
    }

    /// <summary>Looks everything up anew: a walk that was left before its end knows terms of some segments only.</summary>
    public void Forget()
    {
        lock (turn)
            known.Clear();
    }

    /// <summary>Opens something of a term that a segment holds, with the dictionary of its field moved to it.</summary>
    public T? Open<T>(string field, int segment, BytesRef term, TermState state, Func<TermsEnum, T?> open)
        where T : class
    {
        lock (turn)
        {
            if (Dictionary(field, segment) is not { } dictionary)
                return null;
            dictionary.SeekExact(term, state);
            return open(dictionary);
        }
    }

    /// <summary>The dictionary of a field of a segment, to be moved to a term; null if the segment does not have the field.</summary>
    private TermsEnum? Dictionary(string field, int segment)
    {
        if (!dictionaries.TryGetValue((field, segment), out var dictionary))
            dictionaries[(field, segment)] = dictionary = reader.Leaves[segment].AtomicReader.GetTerms(field)?.GetEnumerator();
        return dictionary;
    }

    private TermInView? Look(string field, string text)
    {
        var term = new TermInView(this, field, new BytesRef(text), text, new TermState?[reader.Leaves.Count]);
        for (var segment = 0; segment < reader.Leaves.Count; segment++)
        {
            if (Dictionary(field, segment) is { } dictionary && dictionary.SeekExact(term.Bytes))
                term.Note(segment, dictionary.GetTermState(), dictionary.DocFreq);
        }

        return term.Documents > 0 ? term : null;
    }
}

/// <summary>A term of a field with its place in each segment.</summary>
internal sealed class TermInView(TermStates dictionaries, string field, BytesRef bytes, string text, TermState?[] states)
{
    public string Text { get; } = text;

    public BytesRef Bytes { get; } = bytes;

    /// <summary>How many documents of all segments have it, deleted ones included.</summary>
    public int Documents { get; private set; }

    /// <summary>Notes that a segment holds it; once for each.</summary>
    public void Note(int segment, TermState state, int documents)
    {
        if (states[segment] is null)
            Documents += documents;
        states[segment] = state;
    }

    /// <summary>The documents of a segment that have it, with how often; null if none has.</summary>
    public DocsEnum? Docs(int segment, IBits? live) => Open(segment, dictionary => dictionary.Docs(live, null));

    /// <summary>The documents of a segment that have it, with where; null if none has.</summary>
    public DocsAndPositionsEnum? Positions(int segment, IBits? live) => Open(segment, dictionary => dictionary.DocsAndPositions(live, null, DocsAndPositionsFlags.NONE));

    private T? Open<T>(int segment, Func<TermsEnum, T?> open)
        where T : class =>
        states[segment] is { } state ? dictionaries.Open(field, segment, Bytes, state, open) : null;
}

using KremlinArchive.Search.Analysis;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Indexing;

/// <summary>The terms of a field with their positions: one position a word, all forms of the word and of the compounds that begin with it.</summary>
internal sealed class FieldTerms
{
    /// <summary>So many positions are left empty between two texts of a field, so that no phrase reaches from one into the next.</summary>
    public const int Gap = 100;

    private readonly List<PackedTerms> words = [];
    private readonly List<int> firstWords = [];

    /// <summary>Adds a text behind a gap.</summary>
    /// <returns>How many words it has.</returns>
    public int Add(string text)
    {
        var before = words.Count;
        firstWords.Add(before);
        var read = TextWords.Of(text);
        words.EnsureCapacity(before + read.Words.Count);
        foreach (var word in read.Words)
            words.Add(word.Forms.Packed);
        if (read.Compounds.Count == 0)
            return words.Count - before;
        foreach (var compounds in read.Compounds.GroupBy(compound => compound.First))
            words[before + compounds.Key] = PackedTerms.Of([.. read.Words[compounds.Key].Forms.Terms, .. compounds.SelectMany(compound => compound.Forms.Terms)]);
        return words.Count - before;
    }

    /// <summary>The terms as Lucene takes them.</summary>
    public TokenStream ToStream() => new Stream(this);

    private sealed class Stream : TokenStream
    {
        private readonly FieldTerms field;
        private readonly TermBytes term = new();
        private readonly IPositionIncrementAttribute increment;
        private int word = -1, form, text;

        public Stream(FieldTerms field)
        {
            this.field = field;
            AddAttributeImpl(term);
            increment = AddAttribute<IPositionIncrementAttribute>();
        }

        public override bool IncrementToken()
        {
            if (word >= 0 && form < field.words[word].Bytes.Length)
                return Emit(0);
            form = 0;
            if (++word == field.words.Count)
                return false;

            // Texts without a word leave their gap, too: layouts count on it.
            var gaps = 0;
            for (; text < field.firstWords.Count && field.firstWords[text] == word; text++)
                gaps++;
            return Emit(1 + (gaps * Gap));
        }

        private bool Emit(int step)
        {
            var terms = field.words[word];
            increment.PositionIncrement = step;
            (term.BytesRef.Bytes, (term.BytesRef.Offset, term.BytesRef.Length, form)) = (terms.Bytes, terms.At(form));
            return true;
        }
    }

    /// <summary>A term that is at hand as bytes.</summary>
    private sealed class TermBytes : Lucene.Net.Util.Attribute, ITermToBytesRefAttribute
    {
        public BytesRef BytesRef { get; } = new();

        public void FillBytesRef()
        {
            // They are there.
        }

        public override void Clear() => BytesRef.Length = 0;

        public override void CopyTo(IAttribute target) => ((TermBytes)target).BytesRef.CopyBytes(BytesRef);
    }
}

using System.Text;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Lucene.Net.Util.Fst;
using Int64 = J2N.Numerics.Int64;

namespace KremlinArchive.Search.Analysis.Dictionary;

/// <summary>Writes the compact dictionary that <see cref="RussianDictionary"/> reads, from a list of forms and lemmas.</summary>
internal sealed class DictionaryCompiler
{
    private readonly Dictionary<string, SortedSet<string>> lemmas = new(StringComparer.Ordinal);
    private readonly HashSet<string> declined = new(StringComparer.Ordinal);

    /// <summary>How many different forms were taken in.</summary>
    public int Count => lemmas.Count;

    /// <summary>Takes in a form of a lemma; one with characters that no Russian word has is passed over.</summary>
    public void Add(string form, string lemma, bool isDeclined)
    {
        var folded = Spelling.Fold(form);
        Span<byte> bytes = stackalloc byte[64];
        if (LetterCode.Write(folded, bytes) == 0)
            return;
        if (!lemmas.TryGetValue(folded, out var known))
            lemmas.Add(folded, known = new SortedSet<string>(StringComparer.Ordinal));
        known.Add(Spelling.Fold(lemma));
        if (isDeclined)
            declined.Add(folded);
    }

    /// <summary>Writes everything that was taken in.</summary>
    public void Write(Stream target)
    {
        var sets = new Dictionary<string, int>(StringComparer.Ordinal);
        var written = new List<RuleSet>();
        var builder = new Builder<Int64>(FST.INPUT_TYPE.BYTE1, PositiveInt32Outputs.Singleton);
        var scratch = new Int32sRef();
        foreach (var (bytes, form) in Sorted())
        {
            var rules = new RuleSet([.. lemmas[form].Select(lemma => LemmaRule.Of(form, lemma)).Distinct()], declined.Contains(form));
            var key = $"{rules.IsDeclined}|{string.Join('|', rules.Rules)}";
            if (!sets.TryGetValue(key, out var number))
            {
                sets.Add(key, number = written.Count);
                written.Add(rules);
            }

            builder.Add(Util.ToInt32sRef(new BytesRef(bytes), scratch), Int64.GetInstance(number));
        }

        using var file = new BinaryWriter(target, Encoding.UTF8, leaveOpen: true);
        file.Write(RussianDictionary.Mark);
        file.Write(written.Count);
        foreach (var rules in written)
            rules.Write(file);
        file.Flush();
        builder.Finish().Save(new OutputStreamDataOutput(target));
    }

    // A transducer is built in the order of its bytes.
    private IEnumerable<(byte[] Bytes, string Form)> Sorted()
    {
        var coded = new List<(byte[] Bytes, string Form)>(lemmas.Count);
        var buffer = new byte[64];
        foreach (var form in lemmas.Keys)
            coded.Add((buffer[..LetterCode.Write(form, buffer)], form));
        coded.Sort((a, b) => a.Bytes.AsSpan().SequenceCompareTo(b.Bytes));
        return coded;
    }
}

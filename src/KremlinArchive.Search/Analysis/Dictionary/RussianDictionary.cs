using System.Text;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Lucene.Net.Util.Fst;
using Int64 = J2N.Numerics.Int64;

namespace KremlinArchive.Search.Analysis.Dictionary;

/// <summary>
/// The forms of the Russian language with their lemmas: three million of them, folded (е for ё), in a transducer of a few megabytes that leads
/// from a form to its rules. Compiled ahead of time from the OpenCorpora dictionary; data/language says how. Safe for any number of threads.
/// </summary>
internal sealed class RussianDictionary
{
    /// <summary>What a compiled dictionary begins with.</summary>
    public const string Mark = "KremlinArchive Russian forms 1";

    private const int LongestForm = 64;

    private static readonly Lazy<RussianDictionary> Ours = new(() => Load(Path.Combine(AppContext.BaseDirectory, "data", "language", "russian.forms")));

    private readonly FST<Int64> forms;
    private readonly RuleSet[] sets;

    private RussianDictionary(FST<Int64> forms, RuleSet[] sets)
    {
        this.forms = forms;
        this.sets = sets;
    }

    /// <summary>The dictionary that stands beside the program, read when it is first asked for.</summary>
    public static RussianDictionary Current => Ours.Value;

    /// <exception cref="InvalidDataException">The file is missing or none of ours.</exception>
    public static RussianDictionary Load(string path)
    {
        try
        {
            using var file = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            if (file.ReadString() != Mark)
                throw new InvalidDataException($"{path} is no compiled dictionary of this version. Copy it anew from the program's own distribution.");
            var sets = new RuleSet[file.ReadInt32()];
            for (var i = 0; i < sets.Length; i++)
                sets[i] = RuleSet.Read(file);
            return new RussianDictionary(new FST<Int64>(new InputStreamDataInput(file.BaseStream), PositiveInt32Outputs.Singleton), sets);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The Russian dictionary {path} cannot be read: {error.Message} It belongs to the program, beside it in data/language.", error);
        }
    }

    /// <summary>What is known of a form; null for a word that the dictionary lacks.</summary>
    /// <param name="form">In small letters, е for ё.</param>
    public DictionaryEntry? Find(ReadOnlySpan<char> form)
    {
        var bytes = new byte[LongestForm];
        var length = LetterCode.Write(form, bytes);
        if (length == 0 || Util.Get(forms, new BytesRef(bytes, 0, length)) is not { } set)
            return null;
        var rules = sets[(int)set];
        var lemmas = new string[rules.Rules.Count];
        for (var i = 0; i < lemmas.Length; i++)
            lemmas[i] = rules.Rules[i].Apply(form);
        return new DictionaryEntry(lemmas, rules.IsDeclined);
    }
}

using System.Text;
using Lucene.Net.Analysis.Miscellaneous;
using static KremlinArchive.Search.Analysis.Characters;

namespace KremlinArchive.Search.Analysis;

/// <summary>One spelling for the spellings of one word: small letters, е for ё, no stress marks, no accents on Latin letters, one script.</summary>
internal static class Spelling
{
    /// <summary>Words are told apart by so many letters; what is longer is no word.</summary>
    public const int LongestWord = 64;

    // In both alphabets the small letters stand so far behind the capitals. Nearly all letters are of these two.
    private const int ToSmall = 'a' - 'A';

    // The n-th letter of one looks like the n-th of the other, small or in capitals.
    private const string LatinLookAlikes = "aceopxykmtbh";
    private const string CyrillicLookAlikes = "асеорхукмтвн";

    /// <summary>Composes a text, so that й is one character; the text itself where it is composed already.</summary>
    public static string Compose(string text)
    {
        try
        {
            return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair, which only a query can hold: it cannot be composed and is no part of a word.
            return Compose(string.Concat(text.Where(c => !char.IsSurrogate(c))));
        }
    }

    /// <summary>The spelling under which a word is kept.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var length = 0;
        var (cyrillic, latin, isPlain) = (false, false, true);
        foreach (var c in word)
        {
            if (IsInvisible(c))
                continue;
            if (length == LongestWord)
                break;
            var small = Small(c);
            folded[length++] = small;
            cyrillic |= IsCyrillic(small);
            latin |= IsLatin(small);
            isPlain &= small < '\u0080';
        }

        folded = folded[..length];
        if (!latin || isPlain)
            return folded.ToString();

        // Without accents first: only then is it seen which letters look like others.
        var plain = Plain(folded);
        return cyrillic ? Unmix(plain) : plain;
    }

    /// <summary>A folded Latin word with the Cyrillic letters that its own look like; letters that look like none stay.</summary>
    public static string AsCyrillic(string latin) => Exchange(latin, LatinLookAlikes, CyrillicLookAlikes);

    private static char Small(char c) => c switch
    {
        (>= 'а' and <= 'я') or (>= 'a' and <= 'z') or (>= '0' and <= '9') => c,
        (>= 'А' and <= 'Я') or (>= 'A' and <= 'Z') => (char)(c + ToSmall),
        'ё' or 'Ё' => 'е',
        '’' or 'ʼ' => '\'',
        ',' => '.',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>
    /// A word in letters of both scripts is meant in the one whose letters do not all look like the other's; if that can be either, in Cyrillic.
    /// A word that cannot be written in one script stays.
    /// </summary>
    private static string Unmix(string word) =>
        OnlyLookAlikes(word, IsLatin, LatinLookAlikes) ? Exchange(word, LatinLookAlikes, CyrillicLookAlikes)
        : OnlyLookAlikes(word, IsCyrillic, CyrillicLookAlikes) ? Exchange(word, CyrillicLookAlikes, LatinLookAlikes)
        : word;

    private static bool OnlyLookAlikes(ReadOnlySpan<char> word, Func<char, bool> isOfScript, string lookAlikes)
    {
        foreach (var c in word)
        {
            if (isOfScript(c) && !lookAlikes.Contains(c, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private static string Exchange(string word, string from, string to) =>
        string.Concat(word.Select(c => from.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? to[at] : c));

    private static string Plain(ReadOnlySpan<char> word)
    {
        var plain = new char[word.Length * 4];
        var length = ASCIIFoldingFilter.FoldToASCII(word.ToArray(), 0, plain, 0, word.Length);
        return new string(plain, 0, Math.Min(length, LongestWord)).ToLowerInvariant();
    }
}

using System.Globalization;
using System.Text;
using Lucene.Net.Analysis.Miscellaneous;

namespace KremlinArchive.Search.Analysis;

/// <summary>One spelling for the spellings of one word: small letters, е for ё, no stress marks, no accents on Latin letters.</summary>
internal static class Spelling
{
    /// <summary>Words are told apart by so many letters; what is longer is no word.</summary>
    private const int LongestWord = 64;

    private const string LatinLookAlikes = "aceopxykmtbh";
    private const string CyrillicForThem = "асеорхукмтвн";

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
        var folded = new StringBuilder(Math.Min(word.Length, LongestWord));
        var (cyrillic, latin) = (false, false);
        foreach (var c in word)
        {
            if (WordScanner.IsInvisible(c))
                continue;
            if (folded.Length == LongestWord)
                break;
            var small = Small(c);
            folded.Append(small);
            cyrillic |= IsCyrillic(small);
            latin |= IsLatin(small);
        }

        if (!latin)
            return folded.ToString();
        return cyrillic ? Unmix(folded.ToString()) : Plain(folded.ToString());
    }

    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    private static bool IsLatin(char c) => c is >= 'a' and <= 'z' or >= '\u00C0' and <= '\u024F';

    private static char Small(char c) => char.ToLower(c, CultureInfo.InvariantCulture) switch
    {
        'ё' => 'е',
        '’' or 'ʼ' => '\'',
        ',' => '.',
        var small => small,
    };

    /// <summary>A Cyrillic word in which someone typed Latin letters that look the same; a word with any other Latin letter stays.</summary>
    private static string Unmix(string word) =>
        word.Any(c => IsLatin(c) && !LatinLookAlikes.Contains(c, StringComparison.Ordinal))
            ? word
            : string.Concat(word.Select(c => LatinLookAlikes.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? CyrillicForThem[at] : c));

    private static string Plain(string word)
    {
        if (word.All(char.IsAscii))
            return word;
        var plain = new char[word.Length * 4];
        var length = ASCIIFoldingFilter.FoldToASCII(word.ToCharArray(), 0, plain, 0, word.Length);
        return new string(plain, 0, length);
    }
}

using System.Collections.Frozen;

namespace KremlinArchive.Search.Analysis.English;

/// <summary>
/// The words that an English form in -s, -ed or -ing may belong to, by its ending alone. Asked where the stemmer leaves a word as it is, since its dictionary has talks, states and
/// making as words of their own. One of two candidates is often no word, which does no harm: it stands nowhere.
/// </summary>
internal static class Endings
{
    private const string Vowels = "aeiouy";
    private const int Shortest = 4, ShortestStem = 2;

    private static readonly FrozenSet<string> Whole = FrozenSet.ToFrozenSet(
        """
        news series species means always perhaps besides sometimes whereas politics economics physics mathematics ethics chaos cosmos atlas texas christmas
        during nothing something anything everything evening morning king string spring thing wing ceiling beijing
        indeed hundred speed breed exceed proceed succeed need feed seed deed agreed
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    public static IEnumerable<string> Candidates(string word)
    {
        if (word.Length < Shortest || Whole.Contains(word))
            return [];
        if (word[^1] == 's')
            return OfPlural(word);
        if (word.EndsWith("ied", StringComparison.Ordinal))
            return [word[..^3] + "y"];
        if (word.EndsWith("ing", StringComparison.Ordinal))
            return OfStem(word[..^3]);
        return word.EndsWith("ed", StringComparison.Ordinal) ? OfStem(word[..^2]) : [];
    }

    private static IEnumerable<string> OfPlural(string word) => word switch
    {
        [.., 's' or 'u' or 'i' or '\'', _] => [],
        [.., 'i', 'e', _] => [word[..^3] + "y", word[..^1]],
        [.., 's' or 'x' or 'z' or 'o', 'e', _] or [.., 'c' or 's', 'h', 'e', _] => [word[..^2], word[..^1]],
        _ => [word[..^1]],
    };

    /// <summary>What is left before -ed or -ing: it may have lost an e (making) or won a consonant (planning).</summary>
    private static IEnumerable<string> OfStem(string stem)
    {
        if (stem.Length < ShortestStem || !stem.Any(IsVowel))
            return [];
        var isDoubled = stem[^1] == stem[^2] && !IsVowel(stem[^1]);
        if (isDoubled)
            return stem[^1] is 'l' or 's' or 'z' or 'f' ? [stem, stem[..^1]] : [stem[..^1]];

        // mak-, hop-: such a stem would have doubled its last letter if it had no e.
        var isShort = stem.Length <= 4 && stem.Count(IsVowel) == 1 && IsVowel(stem[^2]) && stem[^1] is not ('w' or 'x' or 'y');
        return isShort ? [stem + "e"] : [stem, stem + "e"];
    }

    private static bool IsVowel(char c) => Vowels.Contains(c, StringComparison.Ordinal);
}

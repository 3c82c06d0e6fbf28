using static KremlinArchive.Search.Analysis.Characters;

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// Words that people write with a hyphen or without: <c>e-mail</c> stands as <c>email</c>, too, <c>вице-премьер</c> as <c>вицепремьер</c>. A word with a number
/// (С-400, Су-35, G20, COVID-19) stands in Latin letters without its hyphen, so that С-400, С400 and S-400 are one; so are U.S. and US.
/// </summary>
internal static class JoinedWords
{
    private const int MostParts = 4, LongestName = 12;

    /// <summary>Begins a word with a number, so that it is no word as spelled.</summary>
    private const string NumberedMark = "#";

    /// <summary>Small Cyrillic letters from а to я in Latin ones, as in the names of makes and of passports.</summary>
    private static readonly string[] Latin =
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".Split(' ').Select(letters => letters.Trim('-')).ToArray();

    /// <summary>The compounds that begin at a word, to which the next one is joined.</summary>
    public static IEnumerable<Compound> Find(string text, IReadOnlyList<TextWord> words, int first) => (IsNumber(words[first]), IsNumber(words[first + 1])) switch
    {
        (false, true) => Numbered(text, words, first),
        (false, false) => Hyphened(text, words, first).Concat(Stopped(text, words, first)),
        _ => [],
    };

    private static IEnumerable<Compound> Numbered(string text, IReadOnlyList<TextWord> words, int first)
    {
        var (name, number) = (words[first].Forms.Surface, words[first + 1].Forms.Surface);
        if (name.Length > LongestName || !IsHyphened(text, words, first + 1, orTouching: true))
            yield break;
        string[] terms = [.. Readings(name).Select(reading => NumberedMark + reading + number)];
        yield return new Compound(first, 2, new WordForms(terms[0], terms[1..]));
    }

    /// <summary>A name in Latin letters; one in Latin letters that all look like Cyrillic ones (C-400) may be meant so.</summary>
    private static IEnumerable<string> Readings(string name)
    {
        var cyrillic = Spelling.AsCyrillic(name);
        return cyrillic == name || cyrillic.Any(IsLatin) ? [Transcribe(name)] : ((string[])[name, Transcribe(cyrillic)]).Distinct();
    }

    private static string Transcribe(string name) => string.Concat(name.Select(c => c is >= 'а' and <= 'я' ? Latin[c - 'а'] : c.ToString()));

    /// <summary>All parts as one word, from the first of them.</summary>
    private static IEnumerable<Compound> Hyphened(string text, IReadOnlyList<TextWord> words, int first)
    {
        if (first > 0 && IsHyphened(text, words, first))
            yield break;
        var end = first + 1;
        while (end < words.Count && IsHyphened(text, words, end) && !IsNumber(words[end]))
            end++;
        if (end == first + 1 || end - first > MostParts)
            yield break;
        var whole = string.Concat(words.Skip(first).Take(end - first).Select(word => word.Forms.Surface));
        yield return new Compound(first, end - first, Lexicon.Of(whole, isShouted: false));
    }

    /// <summary>Latin capitals with a stop behind each: U.S. stands as US, too. Russian ones are initials.</summary>
    private static IEnumerable<Compound> Stopped(string text, IReadOnlyList<TextWord> words, int first)
    {
        if (first > 0 && words[first].IsJoined)
            yield break;
        var end = first;
        while (end < words.Count && IsCapital(text, words[end]) && (end == first || (words[end].IsJoined && text[words[end].Start - 1] == '.')))
            end++;
        if (end - first is < 2 or > MostParts || (end < words.Count && words[end].IsJoined))
            yield break;
        var whole = string.Concat(words.Skip(first).Take(end - first).Select(word => text[word.Start]));
        yield return new Compound(first, end - first, Lexicon.Of(whole, isShouted: false));
    }

    private static bool IsCapital(string text, TextWord word) => word.End == word.Start + 1 && char.IsAsciiLetterUpper(text[word.Start]);

    private static bool IsHyphened(string text, IReadOnlyList<TextWord> words, int second, bool orTouching = false)
    {
        if (!words[second].IsJoined)
            return false;
        var gap = text.AsSpan(words[second - 1].End..words[second].Start);
        foreach (var c in gap)
        {
            if (IsHyphen(c) || (IsApostrophe(c) && !orTouching))
                return true;
        }

        return orTouching && gap.IsEmpty;
    }

    private static bool IsNumber(TextWord word) => word.Forms.IsNumber;
}

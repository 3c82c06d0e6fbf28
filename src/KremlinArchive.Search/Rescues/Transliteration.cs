using KremlinArchive.Search.Analysis;
using KremlinArchive.Search.Analysis.Dictionary;

namespace KremlinArchive.Search.Rescues;

/// <summary>
/// Reads Russian words in Latin letters, Shoigu as Шойгу, for Russian records, and names in Russian letters, Лавровым as Lavrov, for English ones. Of all
/// spellings only known words count, and all words of the other script have to be read, or the query would ask for two languages at once.
/// </summary>
internal static class Transliteration
{
    private const int MostQueries = 3, MostWords = 8, MostSpellings = 200, ShortestWord = 3, LongestWord = 24;

    // What a name may end in where a case ending was taken off it.
    private static readonly string[] NominativeEndings = ["", "а", "я", "ий", "ый", "ь", "о"];

    /// <summary>The query in Russian letters, the likeliest reading first.</summary>
    /// <param name="isKnown">Whether a folded word is one, or is found by a search.</param>
    public static IReadOnlyList<string> ToRussian(string query, Func<string, bool> isKnown) =>
        Read(query, isKnown, IsLatin, word => Known(LetterTables.ToCyrillic, word, isKnown));

    /// <summary>The query in Latin letters, with each name in its first case.</summary>
    /// <param name="isKnown">Whether a folded word is found by a search.</param>
    public static IReadOnlyList<string> ToLatin(string query, Func<string, bool> isKnown) =>
        Read(query, isKnown, Characters.IsCyrillic, word => word.Length < ShortestWord ? [] : Forms(word).Distinct().SelectMany(form => Known(LetterTables.ToLatin, form, isKnown)));

    private static IReadOnlyList<string> Read(string query, Func<string, bool> isKnown, Func<char, bool> isRead, Func<string, IEnumerable<string>> spell)
    {
        var pieces = QueryPiece.WordsOf(query);
        if (pieces.Count(piece => piece.IsTyped) > MostWords)
            return [];
        var choices = new List<WordChoices>();
        var isOther = false;
        foreach (var piece in pieces)
        {
            var isWord = piece.IsTyped && piece.Text.Length <= LongestWord && piece.Text.Any(isRead) && !piece.Text.Any(char.IsDigit);
            string[] others = isWord ? [.. spell(piece.Text.ToLowerInvariant()).Distinct().Take(MostQueries).Select(word => WordChoices.Capitalize(word, piece.Text))] : [];

            // A short word says nothing by itself: it goes with the others.
            if (isWord && piece.Text.Length >= ShortestWord)
            {
                if (others.Length == 0 && !IsAcronym(piece.Text, isKnown))
                    return [];
                isOther |= others.Length > 0;
            }

            choices.Add(new WordChoices(piece.Text, others));
        }

        if (!isOther)
            return [];
        return WordChoices.Combine(choices, MostQueries);
    }

    /// <summary>NATO and COVID stand in texts of both languages.</summary>
    private static bool IsAcronym(string word, Func<string, bool> isKnown) => Acronym.Of(word) is not null && isKnown(Spelling.Fold(word));

    private static IEnumerable<string> Known(LetterTable table, string word, Func<string, bool> isKnown) =>
        table.Spell(word).Distinct().Take(MostSpellings).Where(spelling => spelling.Length > 0 && isKnown(spelling)).Take(MostQueries);

    /// <summary>A Russian word as typed, then what it may be a case of.</summary>
    private static IEnumerable<string> Forms(string word)
    {
        yield return word;
        var folded = Spelling.Fold(word);
        foreach (var lemma in RussianDictionary.Current.Find(folded)?.Lemmas ?? [])
            yield return lemma;
        foreach (var stem in CaseEnding.Stems(folded).Where(stem => stem.Length >= ShortestWord))
        {
            foreach (var ending in NominativeEndings)
                yield return stem + ending;
        }
    }

    private static bool IsLatin(char c) => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '\u00C0' and <= '\u024F';
}

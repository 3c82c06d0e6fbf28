using System.Text.RegularExpressions;
using KremlinArchive.Search.Analysis.Dictionary;

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// The terms of a Russian word: the lemmas that the dictionary has for it, and nothing else, if it has any. A word that it lacks (a surname, a foreign
/// place, a misspelling) stands under its stem. A form may be in the dictionary by accident and be a name all the same (Токаев is a form of «токай», Токаева
/// is none of anything): so a noun or an adjective of the dictionary also stands under its stem, marked apart, where only words that the dictionary lacks look for it. Two
/// words of the dictionary never meet by their stems, or суд would find судей.
/// </summary>
internal static partial class RussianWords
{
    /// <summary>Begins the stem of a word that the dictionary lacks.</summary>
    private const string Unknown = "^";

    /// <summary>Begins the stem of a noun or an adjective that it has.</summary>
    private const string Declined = "'";

    public static WordForms Of(string surface)
    {
        if (RussianDictionary.Current.Find(surface) is { } entry)
            return Known(surface, entry);
        var plain = IsStretched(surface) ? Stretched().Replace(surface, "$1") : surface;
        return plain != surface && RussianDictionary.Current.Find(plain) is { } meant ? Known(surface, meant) : Guessed(surface, plain);
    }

    private static WordForms Known(string surface, DictionaryEntry entry)
    {
        var lemmas = Marked(WordForms.StemMark, entry.Lemmas);
        if (!entry.IsDeclined)
            return new WordForms(surface, lemmas);

        // The less likely stems of such a word are only asked for: most of its kind are no names, and texts are full of them.
        return new WordForms(
            surface,
            [.. lemmas, .. Marked(Declined, CaseEnding.Stems(surface))],
            forms => [.. forms.Held.Where(IsLemma), .. Marked(Unknown, CaseEnding.PossibleStems(forms.Surface))]);
    }

    private static WordForms Guessed(string surface, string plain)
    {
        var stems = CaseEnding.PossibleStems(plain);
        return new WordForms(surface, Marked(Unknown, stems), forms => [.. forms.Held, .. forms.Held.Select(stem => Declined + stem[Unknown.Length..])]);
    }

    private static bool IsLemma(string term) => term.StartsWith(WordForms.StemMark, StringComparison.Ordinal);

    private static string[] Marked(string mark, IReadOnlyList<string> terms)
    {
        var marked = new string[terms.Count];
        for (var i = 0; i < marked.Length; i++)
            marked[i] = mark + terms[i];
        return marked;
    }

    private static bool IsStretched(string word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word[i] == word[i - 2])
                return true;
        }

        return false;
    }

    // Серёжааа, ураааа: how a cry is printed.
    [GeneratedRegex(@"(\p{L})\1{2,}")]
    private static partial Regex Stretched();
}

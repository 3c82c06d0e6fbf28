using KremlinArchive.Search.Analysis.English;

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// The terms of an English word: its stem in American spelling, and where the stemmer finds none, the words that its ending points to. An irregular form stands under the
/// word that it is a form of, and under its own stem where it is another word besides (left, found).
/// </summary>
internal static class EnglishWords
{
    public static WordForms Of(string surface)
    {
        var stems = IrregularForms.LemmasOf(surface) is { } lemmas ? lemmas.SelectMany(Stems) : Stems(surface);
        return new WordForms(surface, [.. stems.Distinct().Select(stem => WordForms.StemMark + stem)]);
    }

    private static IEnumerable<string> Stems(string word)
    {
        var american = AmericanSpelling.Of(word);
        var stem = EnglishStems.Of(american);
        return stem == american ? [AmericanSpelling.Of(stem), .. Endings.Candidates(stem)] : [AmericanSpelling.Of(stem)];
    }
}

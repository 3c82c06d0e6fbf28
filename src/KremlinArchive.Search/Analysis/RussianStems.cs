using Lucene.Net.Tartarus.Snowball.Ext;

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// The stems of a Russian word: Snowball's, and the word without its case ending alone. Snowball takes -ов, -ев and -ин for
/// endings and tears Лавров from Лаврова; the second stem keeps them together.
/// </summary>
internal static class RussianStems
{
    private const int ShortestStem = 2;

    // By length, so that the longest ending is found first.
    private static readonly string[][] CaseEndings =
    [
        ["ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими"],
        ["ом", "ем", "ой", "ей", "ою", "ею", "ым", "им", "ых", "их", "ам", "ям", "ах", "ях", "ую", "юю", "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ия", "ии", "ию"],
        ["а", "я", "о", "е", "у", "ю", "ы", "и", "ь", "й"],
    ];

    [ThreadStatic]
    private static RussianStemmer? snowball;

    public static IEnumerable<string> Of(string word)
    {
        var first = Snowball(word);
        yield return first;
        var second = WithoutCase(word);
        if (second != first)
            yield return second;
    }

    private static string Snowball(string word)
    {
        snowball ??= new RussianStemmer();
        snowball.SetCurrent(word);
        snowball.Stem();
        return snowball.Current;
    }

    private static string WithoutCase(string word)
    {
        foreach (var endings in CaseEndings)
        {
            var length = endings[0].Length;
            if (word.Length - length >= ShortestStem && endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)))
                return word[..^length];
        }

        return word;
    }
}

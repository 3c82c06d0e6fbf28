namespace KremlinArchive.Search.Analysis;

/// <summary>
/// Takes the case ending off a name. Stemmers made for common words take -ов, -ев and -ин for endings and tear Лавров from Лаврова; this one
/// knows the endings of declension alone.
/// </summary>
internal static class CaseEnding
{
    private const int ShortestStem = 2;

    // By length, so that the longest ending is found first.
    private static readonly string[][] Endings =
    [
        ["ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими"],
        ["ом", "ем", "ой", "ей", "ою", "ею", "ым", "им", "ых", "их", "ам", "ям", "ах", "ях", "ую", "юю", "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ия", "ии", "ию"],
        ["а", "я", "о", "е", "у", "ю", "ы", "и", "ь", "й"],
    ];

    /// <summary>The word without its ending; the word itself where none would leave two letters.</summary>
    public static string Without(string word)
    {
        foreach (var endings in Endings)
        {
            var length = endings[0].Length;
            if (word.Length - length >= ShortestStem && endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)))
                return word[..^length];
        }

        return word;
    }
}

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// Takes the case ending off a name. Stemmers made for common words take -ов, -ев and -ин for endings and tear Лавров from Лаврова; this one
/// knows the endings of declension alone.
/// </summary>
internal static class CaseEnding
{
    private const int ShortestStem = 2, ShortestFleeting = 4;

    // By length, so that the longest ending is found first.
    private static readonly string[][] Endings =
    [
        ["иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "ием", "ией", "иею", "иям", "иях"],
        ["ом", "ем", "ой", "ей", "ою", "ею", "ым", "им", "ых", "их", "ам", "ям", "ах", "ях", "ую", "юю", "ая", "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ия", "ии", "ию", "ью"],
        ["а", "я", "о", "е", "у", "ю", "ы", "и", "ь", "й"],
    ];

    /// <summary>The stems of a word: the one without its ending, the word itself where none would leave two letters; and another one where its last vowel may flee (Кравец, Кравца).</summary>
    public static IReadOnlyList<string> Stems(string word)
    {
        var stem = Without(word);
        return stem.Length >= ShortestFleeting && stem[^1] is 'ц' or 'к' && stem[^2] is 'е' or 'о'
            ? [stem, string.Concat(stem.AsSpan(0, stem.Length - 2), stem.AsSpan(stem.Length - 1))]
            : [stem];
    }

    /// <summary>These stems, and the one of a word in which what looks like an ending may belong to the name: Мамая is Мамай's form, as Малая is Малый's.</summary>
    public static IReadOnlyList<string> PossibleStems(string word) =>
        word.Length > ShortestStem + 1 && word[^2] is 'а' or 'о' or 'е' or 'у' && word[^1] is 'й' or 'я' or 'ю' or 'е' ? [.. Stems(word).Append(word[..^1]).Distinct()] : Stems(word);

    private static string Without(string word)
    {
        foreach (var endings in Endings)
        {
            foreach (var ending in endings)
            {
                if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
                    return Hard(word[..^ending.Length]);
            }
        }

        return word;
    }

    /// <summary>A stem without the sign of softness that some of its forms lack: Астань, Астани.</summary>
    private static string Hard(string stem) => stem.Length > ShortestStem && stem[^1] == 'ь' ? stem[..^1] : stem;
}

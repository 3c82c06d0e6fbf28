namespace KremlinArchive.Search.Analysis;

/// <summary>
/// Words in capitals, which are no forms of other words: НАТО is not "нат-о". They keep their spelling as their stem, and a
/// second stem in capitals, so that who types US finds US before us. МИДа and NGOs belong to МИД and NGO.
/// </summary>
internal static class Acronym
{
    private const int Longest = 6;

    private static readonly string[] Endings = ["а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах", "s"];

    /// <summary>The capitals that a word begins with, if they are an acronym and the rest is nothing or an ending; else null.</summary>
    public static string? Of(ReadOnlySpan<char> word)
    {
        var (end, capitals) = (0, 0);
        while (end < word.Length && (char.IsUpper(word[end]) || Characters.IsInvisible(word[end])))
            capitals += char.IsUpper(word[end++]) ? 1 : 0;
        if (capitals is < 2 or > Longest)
            return null;
        var rest = Spelling.Fold(word[end..]);
        return rest.Length == 0 || Endings.Contains(rest) ? word[..end].ToString() : null;
    }

    /// <summary>True for a text in capitals alone, such as the heading of a decree: there capitals say nothing about a word.</summary>
    public static bool IsShouted(ReadOnlySpan<char> text)
    {
        var run = 0;
        var longest = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
            run = char.IsUpper(c) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest > Longest;
    }
}

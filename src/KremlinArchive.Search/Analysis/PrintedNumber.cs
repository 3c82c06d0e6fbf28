using System.Text.RegularExpressions;

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// A number whose thousands are set apart: <c>2,000</c>, <c>2.000</c>, <c>2 000</c>. It stands as 2000, too. What may as well be a fraction (1,500) stands under both.
/// </summary>
internal static partial class PrintedNumber
{
    private const int MostGroups = 6;

    /// <summary>The number without what sets its thousands apart; null for one that has nothing of the kind.</summary>
    public static string? Joined(string word)
    {
        if (!Grouped().IsMatch(word))
            return null;
        var fraction = word.LastIndexOf('.') is var stop && word.Contains(',', StringComparison.Ordinal) && stop > 0 ? stop : word.Length;
        return string.Concat(word.AsSpan(0, fraction).ToString().Where(char.IsAsciiDigit)) + word[fraction..];
    }

    /// <summary>The number that begins at a word and goes on behind a space: <c>2 000</c>, <c>2 000 000,5</c>.</summary>
    public static Compound? Find(string text, IReadOnlyList<TextWord> words, int first)
    {
        if (words[first] is not { Forms: { IsNumber: true, Surface: { Length: <= 3 } head } } || head[0] == '0' || !head.All(char.IsAsciiDigit))
            return null;
        var number = head;
        var next = first + 1;
        for (; next < words.Count && next - first < MostGroups && IsSpace(text, words[next - 1].End, words[next].Start); next++)
        {
            var group = words[next].Forms.Surface;
            if (!Group().IsMatch(group))
                break;
            number += group;
            if (group.Length > 3)
            {
                next++;
                break;
            }
        }

        return next == first + 1 ? null : new Compound(first, next - first, new WordForms(number, []));
    }

    private static bool IsSpace(string text, int from, int to) => to == from + 1 && char.IsSeparator(text[from]);

    [GeneratedRegex(@"^[1-9]\d{0,2}((,\d{3})+(\.\d+)?|(\.\d{3})+)\z", RegexOptions.ECMAScript)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^\d{3}(\.\d+)?\z", RegexOptions.ECMAScript)]
    private static partial Regex Group();
}

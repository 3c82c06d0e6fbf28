using System.Text;

namespace KremlinArchive.Search.Comparing;

/// <summary>Cuts a text into what is compared; put together again, the units are the text.</summary>
internal static class TextUnits
{
    /// <summary>Words, stretches of white space, and every other character by itself.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var units = new List<string>();
        for (var from = 0; from < text.Length;)
        {
            var to = from + 1;
            if (IsWord(text[from]))
                to = End(text, to, IsWord);
            else if (char.IsWhiteSpace(text[from]))
                to = End(text, to, char.IsWhiteSpace);
            else if (Rune.TryGetRuneAt(text, from, out var rune))
                to = from + rune.Utf16SequenceLength;
            units.Add(text[from..to]);
            from = to;
        }

        return units;
    }

    /// <summary>Sentences, as far as marks and white space tell; a sentence has the white space after it.</summary>
    public static IReadOnlyList<string> Sentences(string text)
    {
        var units = new List<string>();
        var from = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at]) && EndsSentence(text, at - 1))
            {
                units.Add(text[from..at]);
                from = at;
            }
        }

        if (from < text.Length)
            units.Add(text[from..]);
        return units;
    }

    /// <summary>True if the unit says something: a word or a number.</summary>
    public static bool IsWord(string unit) => unit.Any(IsWord);

    private static bool IsWord(char character) =>
        char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool EndsSentence(string text, int space)
    {
        while (space > 0 && char.IsWhiteSpace(text[space]))
            space--;
        return text[space] is '.' or '!' or '?' or '…' or ';' or ':' or '»' or '"';
    }

    private static int End(string text, int at, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at]))
            at++;
        return at;
    }
}

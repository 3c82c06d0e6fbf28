using System.Globalization;

namespace KremlinArchive.Import.Parsing.Bytes;

/// <summary>Tells text that somebody decoded in the wrong charset and saved: its letters are beyond repair or stand for others.</summary>
internal static class Garbled
{
    // A page may quote a word or two of it; in a garbled page it is most of the text.
    private const int MostPairs = 8;
    private const int MostReplaced = 20;

    /// <summary>What is wrong with the text, as a sentence; null if nothing is.</summary>
    internal static string? In(ReadOnlySpan<char> text)
    {
        var replaced = text.Count('\uFFFD');
        if (replaced > MostReplaced)
            return string.Create(CultureInfo.InvariantCulture, $"The text is garbled: {replaced} characters were lost when it was decoded in the wrong charset.");
        return Utf8AsCyrillic(text) || Utf8AsLatin(text) ? "The text is garbled: UTF-8 was read in another charset and saved so." : null;
    }

    /// <summary>Russian in UTF-8 read as windows-1251: pairs such as Р’ and СЃ, a Р or С before a sign that no word has there.</summary>
    private static bool Utf8AsCyrillic(ReadOnlySpan<char> text)
    {
        var pairs = 0;
        while (text.IndexOfAny('Р', 'С') is var at && at >= 0 && at + 1 < text.Length)
        {
            // The second bytes of а–я, А–Я and ё as windows-1251 shows them.
            if (text[at + 1] is 'ѓ' or '‚' or 'ѕ' or '†' or '‡' or '€' or '‰' or 'Љ' or 'Њ'
                or 'ќ' or 'Ћ' or 'ђ' or '°' or '±' or 'І' or 'і' or 'ґ' or 'µ' or '¶' or '»' or 'ј' or 'Ѓ' or '‹')
                pairs++;
            text = text[(at + 1)..];
        }

        return pairs > MostPairs;
    }

    /// <summary>Russian in UTF-8 read as Latin-1: Ð and Ñ in every pair of letters.</summary>
    private static bool Utf8AsLatin(ReadOnlySpan<char> text) => text.Count('Ð') + text.Count('Ñ') is var marks && marks > 4 * MostPairs && marks > text.Count('e');
}

using System.Text;
using KremlinArchive.Import.Parsing.Bytes;

namespace KremlinArchive.Import.Parsing;

/// <summary>The bytes of a capture as a text to be looked at, even where they are none.</summary>
public static class ShownSource
{
    /// <summary>Decoded as a page is; what cannot be decoded shows as replacement characters. Never throws.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Visible(DecodedText.Of(bytes).Text ?? Encoding.UTF8.GetString(bytes));

    // Controls would break the page that shows them, and a text must not be able to run backwards through the one around it.
    private static string Visible(string text) => string.Create(text.Length, text, static (shown, source) =>
    {
        for (var at = 0; at < source.Length; at++)
            shown[at] = IsHidden(source[at]) ? '\uFFFD' : source[at];
    });

    private static bool IsHidden(char letter) =>
        (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

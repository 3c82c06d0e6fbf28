using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KremlinArchive.Import.Parsing.Bytes;

/// <summary>The text of a capture, or the reason why its bytes are none.</summary>
/// <param name="Text">The text; null if the bytes could not be decoded.</param>
/// <param name="Failure">Why not, as a sentence for admins; null if there is a text.</param>
internal sealed partial record DecodedText(string? Text, string? Failure)
{
    private const int DeclarationWithin = 4096;

    // In bytes of another charset taken for windows-1251 almost every word mixes cases or letters with signs.
    private const double LeastLikelyCyrillic = 0.9;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static DecodedText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// Decodes by byte order mark, else as UTF-8 if the bytes are valid UTF-8 whatever the page declares (bytes of any other charset hardly ever are),
    /// else by the declared charset, else as windows-1251 if that gives words.
    /// </summary>
    internal static DecodedText Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Decode(bytes[2..], new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), "UTF-16");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Decode(bytes[2..], new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), "UTF-16");
        var marked = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        if (marked)
            bytes = bytes[3..];

        var invalid = FirstInvalidUtf8(bytes);
        if (invalid < 0)
            return new DecodedText(StrictUtf8.GetString(bytes), null);
        if (IsCutCharacter(bytes, invalid))
            return new DecodedText(StrictUtf8.GetString(bytes[..invalid]), null);
        return marked ? NotUtf8("begins with the mark of UTF-8", invalid) : ByDeclaration(bytes, invalid);
    }

    private static DecodedText ByDeclaration(ReadOnlySpan<byte> bytes, int invalid)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWithin)]);
        var declared = Declaration().Match(head).Groups["name"].Value.ToLowerInvariant();
        switch (declared)
        {
            case "":
                return Guess(bytes);
            case "utf-8" or "utf8":
                return NotUtf8("declares the charset utf-8", invalid);
            case "windows-1251" or "cp1251" or "koi8-r" or "iso-8859-5" or "windows-1252" or "iso-8859-1":
                return Decode(bytes, Encoding.GetEncoding(declared == "cp1251" ? "windows-1251" : declared), declared);
            default:
                return new DecodedText(null, $"The page declares the charset \"{declared}\", which is not one that the site ever used, and its bytes are not UTF-8.");
        }
    }

    private static DecodedText Guess(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.GetEncoding("windows-1251").GetString(bytes);
        return LikelyCyrillic(text) >= LeastLikelyCyrillic
            ? new DecodedText(text, null)
            : new DecodedText(null, "The bytes are neither UTF-8 nor Russian in windows-1251, and no charset is declared.");
    }

    /// <summary>
    /// The share of the letters outside ASCII that stand as Russian letters do: small, or capital where a word or a row of capitals begins.
    /// Text with more capitals than small letters has none of it: that is how koi8-r looks in windows-1251.
    /// </summary>
    private static double LikelyCyrillic(string text)
    {
        var (small, capital, all) = (0, 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c < '\u0080' || c is '«' or '»' or '—' or '–' or '…' or '№' or '\u00A0' or '“' or '”' or '„')
                continue;
            all++;
            if (c is (>= 'а' and <= 'я') or 'ё')
                small++;
            else if (c is (>= 'А' and <= 'Я') or 'Ё' && (at == 0 || !char.IsLower(text[at - 1])))
                capital++;
        }

        return small <= capital ? 0 : (double)(small + capital) / all;
    }

    private static DecodedText NotUtf8(string claim, int at) =>
        new(null, string.Create(CultureInfo.InvariantCulture, $"The file {claim}, but its byte {at + 1} is not valid UTF-8: the charset is wrong or the file is damaged."));

    private static DecodedText Decode(ReadOnlySpan<byte> bytes, Encoding encoding, string name)
    {
        try
        {
            return new DecodedText(encoding.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return new DecodedText(null, $"The bytes are not valid {name}.");
        }
    }

    private static int FirstInvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return -1;
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }

    /// <summary>A file cut in the middle of a character is truncated, which its reader will tell, and not of another charset.</summary>
    private static bool IsCutCharacter(ReadOnlySpan<byte> bytes, int invalid) =>
        bytes.Length - invalid < 4 && Rune.DecodeFromUtf8(bytes[invalid..], out _, out _) == System.Buffers.OperationStatus.NeedMoreData;

    [GeneratedRegex("""(?:charset\s*=\s*["']?|<\?xml[^>]*encoding\s*=\s*["'])(?<name>[A-Za-z0-9_-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}

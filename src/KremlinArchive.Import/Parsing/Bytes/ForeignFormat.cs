namespace KremlinArchive.Import.Parsing.Bytes;

/// <summary>Knows by their first bytes the formats that are sometimes saved under the name of a page.</summary>
internal static class ForeignFormat
{
    private const int Looked = 4096;

    private static readonly (byte[] Start, string Name)[] Formats =
    [
        ("%PDF"u8.ToArray(), "a PDF"),
        ("PK\u0003\u0004"u8.ToArray(), "a zip archive or an office document"),
        ("PK\u0005\u0006"u8.ToArray(), "an empty zip archive"),
        ([0x1F, 0x8B], "a gzip file"),
        ("BZh"u8.ToArray(), "a bzip2 file"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], "an xz file"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7z archive"),
        ("Rar!"u8.ToArray(), "a rar archive"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ("RIFF"u8.ToArray(), "an image or a sound in RIFF"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
        ("{\\rtf"u8.ToArray(), "an RTF document"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
    ];

    /// <summary>What the bytes are instead of a page, for example <c>a PDF</c>; null if they may be text.</summary>
    internal static string? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, name) in Formats)
        {
            if (bytes.StartsWith(start))
                return name;
        }

        var isUtf16 = bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        return !isUtf16 && bytes[..Math.Min(bytes.Length, Looked)].Contains((byte)0) ? "binary" : null;
    }
}

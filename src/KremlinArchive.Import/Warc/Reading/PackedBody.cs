using System.IO.Compression;
using KremlinArchive.Import.Sources;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>A body as the server packed it for the way.</summary>
internal static class PackedBody
{
    private const int MostCodings = 4;

    /// <summary>Unpacks a body, bounded: what unpacks to more than a page may have is kept in part, and a bomb is refused.</summary>
    /// <param name="coding">The header that says how it is packed.</param>
    /// <exception cref="WarcDamageException">It cannot be unpacked.</exception>
    /// <exception cref="SourceLimitException">It unpacks to more than it may.</exception>
    public static Capture Unpack(Capture packed, string coding, CaptureReader captures, SourceLimits limits, CancellationToken cancellation)
    {
        var codings = coding.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.ToLowerInvariant()).Where(name => name is not ("identity" or "none" or "utf-8")).Reverse().ToList();
        if (codings.Count > MostCodings)
            throw new WarcDamageException("The body is packed more often than any may be.");
        return codings.Aggregate(packed, (body, name) => body.IsWhole ? Unpack(body, name, new UnpackingMeter(body.Length, limits), captures, limits, cancellation) : body);
    }

    private static Capture Unpack(Capture body, string coding, UnpackingMeter meter, CaptureReader captures, SourceLimits limits, CancellationToken cancellation)
    {
        // Some programs unpack the body and leave the header.
        if (body.Length == 0 || LooksPlain(body.Bytes.Span) || (coding is "gzip" or "x-gzip" && !body.Bytes.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])))
            return body;
        try
        {
            using var unpacked = Open(Stream(body), coding, meter);
            return captures.Read(body.Source, unpacked, limits.LargestFile, cancellation);
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or InvalidOperationException)
        {
            throw new WarcDamageException($"The body cannot be unpacked ({coding}): {damage.Message}");
        }
    }

    private static Stream Open(MemoryStream body, string coding, UnpackingMeter meter) => coding switch
    {
        "gzip" or "x-gzip" => new GzipBytes(body, meter),
        "br" => new MeteredStream(new BrotliStream(body, CompressionMode.Decompress), meter),
        "deflate" => new MeteredStream(HasZlibHead(body.GetBuffer()) ? new ZLibStream(body, CompressionMode.Decompress) : new DeflateStream(body, CompressionMode.Decompress), meter),
        _ => throw new WarcDamageException($"The body is packed in a way that is not read by this version: {PackedName.Shown(coding)}."),
    };

    private static MemoryStream Stream(Capture body)
    {
        var bytes = body.Bytes.ToArray();
        return new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
    }

    private static bool LooksPlain(ReadOnlySpan<byte> body)
    {
        var text = body.TrimStart("\uFEFF \t\r\n"u8);
        return text.StartsWith("<!"u8) || text.StartsWith("<html"u8) || text.StartsWith("<?xml"u8);
    }

    private static bool HasZlibHead(byte[] body) => body.Length > 1 && (body[0] & 15) == 8 && ((body[0] << 8) | body[1]) % 31 == 0;
}

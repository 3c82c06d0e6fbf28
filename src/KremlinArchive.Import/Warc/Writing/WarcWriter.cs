using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using KremlinArchive.Records;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Import.Warc.Writing;

/// <summary>Writes WARC 1.1, a gzip member for each record. What is written follows from the captures alone, so that the same ones make the same file.</summary>
internal sealed class WarcWriter(Stream file)
{
    private const string LineEnd = "\r\n";

    private string? info;

    /// <summary>Writes what the file is, which comes first.</summary>
    /// <param name="date">The file's date.</param>
    /// <param name="facts">Names and values.</param>
    public void Begin(DateTimeOffset date, params (string Name, string Value)[] facts)
    {
        var block = Encoding.UTF8.GetBytes(string.Concat(facts.Select(fact => $"{fact.Name}: {fact.Value}{LineEnd}")));
        info = IdOf("warcinfo", Time(date), WarcDigest.Of(block));
        Write(block, default, (WarcFields.Type, "warcinfo"), (WarcFields.RecordId, info), (WarcFields.Date, Time(date)), (WarcFields.ContentType, "application/warc-fields"));
    }

    /// <summary>Writes a capture: the server's answer where it is known, else the bytes as a resource.</summary>
    public void Write(KeptCapture kept)
    {
        var capture = kept.Capture;
        var exchange = capture.Exchange;
        var address = exchange?.FinalAddress ?? AddressOf(kept);
        var head = exchange is null ? [] : Head(exchange, capture.Length);
        var date = Time(capture.CapturedAt ?? kept.ArrivedAt);
        var payload = "sha256:" + capture.Sha256;
        Write(
            head,
            capture.Bytes,
            (WarcFields.Type, exchange is null ? "resource" : "response"),
            (WarcFields.RecordId, IdOf(address, capture.Source, date, payload, Encoding.Latin1.GetString(head))),
            (WarcFields.InfoId, info),
            (WarcFields.Date, date),
            (WarcFields.TargetUri, address),
            (WarcFields.ContentType, exchange is null ? MediaType(capture.Bytes.Span) : "application/http; msgtype=response"),
            (WarcFields.PayloadDigest, payload),
            (WarcFields.AskedAddress, exchange is not null && exchange.Address != address ? exchange.Address : null),
            (WarcFields.Undated, capture.CapturedAt is null ? "the date is the one of its arrival" : null));
    }

    private void Write(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, params (string Name, string? Value)[] fields)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sum.AppendData(head.Span);
        sum.AppendData(body.Span);
        using var member = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        member.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"WARC/1.1{LineEnd}{string.Concat(fields.Where(field => field.Value is not null).Select(field => $"{field.Name}: {OneLine(field.Value!)}{LineEnd}"))}{WarcFields.BlockDigest}: sha256:{Convert.ToHexStringLower(sum.GetHashAndReset())}{LineEnd}{WarcFields.Length}: {head.Length + body.Length}{LineEnd}{LineEnd}")));
        member.Write(head.Span);
        member.Write(body.Span);
        member.Write("\r\n\r\n"u8);
    }

    // Whatever came into an address or a type, it begins no other field.
    private static string OneLine(string value) => value.Any(char.IsControl) ? string.Concat(value.Select(letter => char.IsControl(letter) ? ' ' : letter)) : value;

    private static byte[] Head(HttpExchange exchange, long length)
    {
        var headers = UnpackedHeaders.Hide(exchange.Headers, length).Select(header => $"{header.Name}: {header.Value}{LineEnd}");
        return Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {exchange.Status} {(exchange.Status == 200 ? "OK" : "")}{LineEnd}{string.Concat(headers)}{LineEnd}"));
    }

    private static string AddressOf(KeptCapture kept) =>
        kept.Capture.Source.StartsWith("http", StringComparison.Ordinal) && SiteAddress.Parse(kept.Capture.Source) is not null ? kept.Capture.Source
        : kept.Address ?? WarcFields.SourceUrn + Uri.EscapeDataString(kept.Capture.Source);

    // To the second where that is all that is known: older programs know no fractions.
    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString(time.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string MediaType(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.TrimStart("\uFEFF \t\r\n"u8);
        return text.StartsWith("<?xml"u8) ? "application/xml" : text.StartsWith("<"u8) ? "text/html" : "text/plain";
    }

    /// <summary>An identity that follows from what it is of.</summary>
    private static string IdOf(params string[] parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"<urn:uuid:{new Guid(hash, bigEndian: true):D}>";
    }
}

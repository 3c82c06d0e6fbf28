using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using KremlinArchive.Tests.Import.Sources;

namespace KremlinArchive.Tests.Import.Warc;

/// <summary>Invented WARC records, written by other code than the one under test.</summary>
internal static class InventedWarc
{
    public const string Address = "http://kremlin.ru/events/president/news/1";

    public static readonly byte[] Page = Encoding.UTF8.GetBytes("<!doctype html><p>Вымышленная страница.</p>");

    /// <summary>An answer with a status and headers.</summary>
    public static byte[] Http(byte[] body, int status = 200, params string[] headers) =>
        [.. Encoding.Latin1.GetBytes($"HTTP/1.1 {status} Some\r\n{string.Concat(headers.DefaultIfEmpty("Content-Type: text/html").Select(header => header + "\r\n"))}\r\n"), .. body];

    public static byte[] Response(byte[] http, string address = Address, string date = "2021-12-07T17:15:00Z", params string[] fields) =>
        Record("response", http, [$"WARC-Target-URI: {address}", $"WARC-Date: {date}", "Content-Type: application/http; msgtype=response", .. fields]);

    public static byte[] Revisit(string address, string date, byte[]? http = null, params string[] fields) =>
        Record("revisit", http ?? [], [$"WARC-Target-URI: {address}", $"WARC-Date: {date}", "Content-Type: application/http; msgtype=response", .. fields]);

    public static byte[] Record(string type, byte[] block, params string[] fields) =>
    [
        .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: {type}\r\n{string.Concat(fields.Select(field => field + "\r\n"))}Content-Length: {block.Length}\r\n\r\n")),
        .. block,
        .. "\r\n\r\n"u8,
    ];

    /// <summary>A gzip member for each record.</summary>
    public static byte[] Members(params byte[][] records) => [.. records.SelectMany(Packed.Gzip)];

    public static byte[] Plain(params byte[][] records) => [.. records.SelectMany(record => record)];

    public static byte[] Wacz(params (string Name, byte[] Content)[] files) => Packed.Zip(zip =>
    {
        foreach (var (name, content) in files)
        {
            using var stream = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            stream.Write(content);
        }
    });

    public static byte[] Chunks(byte[] body, int size = 10) =>
        [.. body.Chunk(size).SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"), .. chunk, .. "\r\n"u8]), .. "0\r\n\r\n"u8];

    public static byte[] Brotli(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var stream = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(body);
        return packed.ToArray();
    }

    public static byte[] Zlib(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(body);
        return packed.ToArray();
    }

    public static string Sha1Hex(byte[] bytes) => "sha1:" + Convert.ToHexStringLower(SHA1.HashData(bytes));

    public static string Sha256Hex(byte[] bytes) => "sha256:" + Convert.ToHexString(SHA256.HashData(bytes));
}

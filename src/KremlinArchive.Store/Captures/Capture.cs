using System.Security.Cryptography;
using KremlinArchive.Store.Schema;

namespace KremlinArchive.Store.Captures;

/// <summary>A page as it came: its bytes, where they are from and when. Never altered after it was stored.</summary>
public sealed record Capture
{
    /// <summary>Up to this size a capture keeps all of its bytes; of a larger one only the first <see cref="LargestHead"/> are kept.</summary>
    public const long LargestWhole = 32L * 1024 * 1024;

    /// <summary>How many bytes are kept of a capture that is too large to be kept whole.</summary>
    public const int LargestHead = 1024 * 1024;

    /// <summary>Where the bytes are from, as an admin would name it: a path, <c>pages.zip!news/1.html</c>, an address.</summary>
    public required string Source { get; init => field = StoredText.Of(value); }

    /// <summary>The bytes; of a capture over <see cref="LargestWhole"/> the first part.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>How many bytes came.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256 of all bytes that came, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When the site served the page; null where nothing proves it (a file's own date does not).</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>How it came into the archive.</summary>
    public CaptureWay Way { get; init; }

    /// <summary>How the server answered; null where only the bytes are known, as of a file.</summary>
    public HttpExchange? Exchange { get; init; }

    /// <summary>True if <see cref="Bytes"/> are all that came.</summary>
    public bool IsWhole => Bytes.Length == Length;

    /// <summary>A capture whose bytes are all at hand.</summary>
    public static Capture Of(string source, ReadOnlyMemory<byte> bytes, DateTimeOffset? capturedAt = null) => new()
    {
        Source = source,
        Bytes = bytes,
        Length = bytes.Length,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
        CapturedAt = capturedAt,
    };
}

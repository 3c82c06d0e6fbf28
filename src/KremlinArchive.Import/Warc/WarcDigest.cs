using System.Security.Cryptography;

namespace KremlinArchive.Import.Warc;

/// <summary>A digest that a WARC record gives: SHA-1 or SHA-256, in base 32 or in hexadecimal digits.</summary>
internal sealed record WarcDigest(HashAlgorithmName Algorithm, string Value)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Reads <c>sha1:…</c> or <c>sha256:…</c>; null for nothing and for other algorithms, which are not checked.</summary>
    public static WarcDigest? Parse(string? text)
    {
        if (text?.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
            return null;
        HashAlgorithmName? algorithm = text[..colon].Trim().ToLowerInvariant() switch
        {
            "sha1" or "sha-1" => HashAlgorithmName.SHA1,
            "sha256" or "sha-256" => HashAlgorithmName.SHA256,
            _ => null,
        };
        return algorithm is { } known ? new WarcDigest(known, text[(colon + 1)..].Trim().TrimEnd('=').ToUpperInvariant()) : null;
    }

    /// <summary>The digest of bytes as this archive writes it, in hexadecimal digits like its own hashes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";

    /// <summary>A sum that is to become this digest.</summary>
    public IncrementalHash Begin() => IncrementalHash.CreateHash(Algorithm);

    public bool IsOf(ReadOnlySpan<byte> bytes) => Is(CryptographicOperations.HashData(Algorithm, bytes));

    /// <summary>True if these are the bytes of the digest itself.</summary>
    public bool Is(ReadOnlySpan<byte> hash) => Value == Convert.ToHexString(hash) || Value == ToBase32(hash);

    private static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new char[((bytes.Length * 8) + 4) / 5];
        for (var at = 0; at < text.Length; at++)
        {
            var (first, shift) = (at * 5 / 8, at * 5 % 8);
            var pair = (bytes[first] << 8) | (first + 1 < bytes.Length ? bytes[first + 1] : 0);
            text[at] = Base32[(pair >> (11 - shift)) & 31];
        }

        return new string(text);
    }
}

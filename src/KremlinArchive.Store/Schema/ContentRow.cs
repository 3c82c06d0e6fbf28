namespace KremlinArchive.Store.Schema;

/// <summary>The bytes of a capture, kept once however often they came.</summary>
internal sealed class ContentRow
{
    /// <summary>SHA-256 of all bytes that came, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many bytes came.</summary>
    public required long Length { get; init; }

    /// <summary>How many of them, from the first on, are kept.</summary>
    public required long KeptLength { get; init; }

    /// <summary>The kept bytes, Brotli.</summary>
    public required byte[] Packed { get; init; }
}

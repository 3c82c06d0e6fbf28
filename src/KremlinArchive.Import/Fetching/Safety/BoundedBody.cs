using System.Buffers.Binary;
using System.IO.Compression;

namespace KremlinArchive.Import.Fetching.Safety;

/// <summary>Reads and unpacks the body of an answer, never more of it than is allowed.</summary>
internal static class BoundedBody
{
    /// <summary>All bytes of a stream.</summary>
    /// <exception cref="AnswerTooLargeException">There are more than allowed; the rest is not read.</exception>
    public static async Task<byte[]> ReadAsync(Stream content, long most, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (kept.Length + read > most)
                throw new AnswerTooLargeException();
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary>The bytes of a gzip body.</summary>
    /// <exception cref="AnswerTooLargeException">It unpacks to more than allowed.</exception>
    /// <exception cref="InvalidDataException">It is damaged or cut off.</exception>
    public static async Task<byte[]> GunzipAsync(byte[] packed, long most, CancellationToken cancellation)
    {
        await using var unpacking = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var bytes = await ReadAsync(unpacking, most, cancellation);

        // A gzip file ends with the length of what it holds. The stream itself takes a file that was cut off for one that has ended.
        return packed.Length >= 18 && BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan(packed.Length - 4)) == (uint)bytes.Length
            ? bytes
            : throw new InvalidDataException("The gzip body is cut off.");
    }
}

/// <summary>An answer is larger than any page may be.</summary>
internal sealed class AnswerTooLargeException : Exception;

using System.Security.Cryptography;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Import.Sources;

/// <summary>Reads a stream to its end into a capture: the bytes as they are, or of a very large one its hash, size and beginning. For one thread.</summary>
internal sealed class CaptureReader
{
    private const int Usual = 256 * 1024, LargestKept = 4 * 1024 * 1024;

    // Kept from page to page: what a capture keeps is an array of exactly its size, and nothing else is allocated.
    private byte[] buffer = new byte[Usual];

    /// <param name="source">The capture's name.</param>
    /// <param name="content">The bytes; they are read to their end whatever length they claim.</param>
    /// <param name="limit">The most bytes that may come.</param>
    /// <exception cref="SourceLimitException">More came.</exception>
    public Capture Read(string source, Stream content, long limit, CancellationToken cancellation)
    {
        var kept = Fill(content, limit, cancellation);
        var capture = kept <= Capture.LargestWhole
            ? Capture.Of(source, buffer.AsSpan(0, kept).ToArray())
            : ReadOn(source, content, kept, limit, cancellation);
        if (buffer.Length > LargestKept)
            buffer = new byte[Usual];
        return capture;
    }

    /// <summary>Reads until the end or until there is more than a capture may keep whole.</summary>
    private int Fill(Stream content, long limit, CancellationToken cancellation)
    {
        var kept = 0;
        while (kept <= Capture.LargestWhole)
        {
            cancellation.ThrowIfCancellationRequested();
            if (kept == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, Capture.LargestWhole + 1));
            var read = content.Read(buffer, kept, buffer.Length - kept);
            if (read == 0)
                break;
            kept += read;
            Check(kept, limit);
        }

        return kept;
    }

    private Capture ReadOn(string source, Stream content, int kept, long limit, CancellationToken cancellation)
    {
        var head = buffer.AsSpan(0, Capture.LargestHead).ToArray();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(buffer, 0, kept);
        long length = kept;
        for (int read; (read = content.Read(buffer, 0, buffer.Length)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
            length += read;
            Check(length, limit);
        }

        return new Capture { Source = source, Bytes = head, Length = length, Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()) };
    }

    private static void Check(long length, long limit)
    {
        if (length > limit)
            throw new SourceLimitException($"A file in it is larger than {Message.Size(limit)}.");
    }
}

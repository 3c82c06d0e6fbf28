using System.Buffers.Binary;
using SharpCompress.Compressors.Xz;

namespace KremlinArchive.Import.Sources;

/// <summary>
/// The bytes of an xz file. Its decoder takes whatever comes after the end of a file that was cut off for zeros and unpacks garbage;
/// this stream ends such a file with an error instead.
/// </summary>
internal sealed class XzFile : ForwardStream
{
    private const int FooterLength = 12;

    private readonly Stream file;
    private readonly bool isComplete;

    private XzFile(Stream file)
    {
        this.file = file;
        isComplete = EndsWithFooter(file);
    }

    /// <summary>The decoder aligns itself by where it is.</summary>
    public override long Position
    {
        get => file.Position;
        set => throw new NotSupportedException();
    }

    public static Stream Unpack(Stream file) => new XZStream(new XzFile(file));

    public override int Read(Span<byte> buffer)
    {
        var read = file.Read(buffer);
        return read > 0 || buffer.Length == 0 || isComplete ? read : throw new EndOfStreamException("The end of the xz file is missing.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>An xz file ends with a check sum, what it is the sum of, and two letters; zeros in fours may follow.</summary>
    private static bool EndsWithFooter(Stream file)
    {
        var start = file.Position;
        Span<byte> last = stackalloc byte[FooterLength];
        var end = file.Length;
        var complete = false;
        while (end >= FooterLength && !complete)
        {
            file.Position = end - FooterLength;
            file.ReadExactly(last);
            complete = last.EndsWith("YZ"u8) && Crc32.Append(0, last[4..10]) == BinaryPrimitives.ReadUInt32LittleEndian(last);
            if (last[8..].ContainsAnyExcept((byte)0))
                break;
            end -= 4;
        }

        file.Position = start;
        return complete;
    }
}

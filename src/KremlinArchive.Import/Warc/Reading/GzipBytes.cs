using System.Buffers.Binary;
using System.IO.Compression;
using KremlinArchive.Import.Sources;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>
/// A WARC file packed by gzip, a member for each record or one for all. Each member is unpacked for itself, since the framework's reader
/// of gzip tells neither where one ends nor, of a file that was cut off, that it was.
/// </summary>
internal sealed class GzipBytes(Stream file, UnpackingMeter meter) : WarcBytes
{
    private const int ExtraFlag = 4, NameFlag = 8, CommentFlag = 16, SumFlag = 2, UnknownFlags = 0xE0;
    private const int LongestName = 64 * 1024;

    private readonly GzipInput input = new(file);
    private DeflateStream? member;
    private long place;
    private uint sum;
    private uint length;

    public override long Place => place;

    public override long Taken => input.Place;

    protected override int ReadPart(Span<byte> into)
    {
        if (member is null)
            return 0;
        var count = member.Read(into);
        if (count == 0)
            End();
        sum = Crc32.Append(sum, into[..count]);
        length += (uint)count;
        meter.Add(count);
        return count;
    }

    protected override bool NextPart()
    {
        if (input.IsAtEnd || !input.SkipZeros())
            return false;
        Begin();
        return true;
    }

    protected override bool SeekPart()
    {
        for (var from = place + 1; input.SeekMagic(from); from = place + 1)
        {
            try
            {
                Begin();
                if (BeginsRecord)
                    return true;
            }
            catch (Exception damage) when (WarcDamageException.Is(damage))
            {
                // Three bytes that look like a member's beginning and are none.
            }

            Forget();
        }

        LeaveMember();
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            LeaveMember();
            input.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Begin()
    {
        LeaveMember();
        place = input.Place;
        (sum, length) = (0, 0);
        if (input.Take() != 0x1F || input.Take() != 0x8B || input.Take() != 8)
            throw new InvalidDataException("No gzip member begins there.");
        var flags = input.Take();
        if ((flags & UnknownFlags) != 0)
            throw new InvalidDataException("The gzip member is of an unknown kind.");
        Pass(6);
        if ((flags & ExtraFlag) != 0)
            Pass(input.Take() | (input.Take() << 8));
        if ((flags & NameFlag) != 0)
            PassText();
        if ((flags & CommentFlag) != 0)
            PassText();
        if ((flags & SumFlag) != 0)
            Pass(2);
        member = new DeflateStream(input, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>After the last byte of a member stand the sum and the length of what it unpacks to.</summary>
    private void End()
    {
        LeaveMember();
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, sum);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], length);
        if (input.TryEndAt(trailer))
            return;
        throw input.IsAtEnd
            ? new EndOfStreamException("The file is cut off within a gzip member.")
            : new InvalidDataException("The gzip member's check sum is not the one of its content.");
    }

    private void Pass(int count)
    {
        for (var left = count; left > 0; left--)
            input.Take();
    }

    private void PassText()
    {
        for (var left = LongestName; input.Take() != 0; left--)
        {
            if (left == 0)
                throw new InvalidDataException("The gzip member's name does not end.");
        }
    }

    private void LeaveMember()
    {
        member?.Dispose();
        member = null;
    }
}

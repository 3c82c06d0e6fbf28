using System.Security.Cryptography;
using KremlinArchive.Import.Sources;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>The block of a record: as many bytes as the record says, and no more.</summary>
internal sealed class WarcBlock(WarcBytes bytes, long length) : ForwardStream
{
    private IncrementalHash? sum;

    /// <summary>How many bytes are still to come.</summary>
    public long Left { get; private set; } = length;

    /// <summary>True if it could not be read on: not as many bytes come as the record says, or they cannot be unpacked.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Sums up what is read from here on.</summary>
    public void SumUp(WarcDigest? digest) => sum = digest?.Begin();

    /// <summary>The sum of what was read; null where none was made.</summary>
    public byte[]? TakeSum()
    {
        using var ended = sum;
        sum = null;
        return ended?.GetHashAndReset();
    }

    /// <exception cref="WarcDamageException">The block is shorter than the record says.</exception>
    public override int Read(Span<byte> into)
    {
        if (Left == 0 || into.Length == 0)
            return 0;
        IsBroken = true;
        if (bytes.BeginsRecord)
            throw new WarcDamageException(Message.Of($"The next record begins {Left} bytes before the end of this one."));
        var count = bytes.Read(into[..(int)Math.Min(into.Length, Left)]);
        if (count == 0)
            throw new WarcDamageException(Message.Of($"The file ends {Left} bytes before the end of the record."));
        sum?.AppendData(into[..count]);
        Left -= count;
        IsBroken = false;
        return count;
    }
}

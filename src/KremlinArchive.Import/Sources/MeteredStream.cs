namespace KremlinArchive.Import.Sources;

/// <summary>Unpacked bytes on their way out of an archive: counted against the limits and, for zip, check-summed.</summary>
internal sealed class MeteredStream(Stream inner, UnpackingMeter meter, bool checksum = false) : Stream
{
    /// <summary>How many bytes were read.</summary>
    public long Count { get; private set; }

    /// <summary>CRC-32 of the bytes read, if one was asked for.</summary>
    public uint Checksum { get; private set; }

    /// <summary>True once the inner stream said that it has no more.</summary>
    public bool IsAtEnd { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        IsAtEnd |= read == 0 && buffer.Length > 0;
        Count += read;
        if (checksum)
            Checksum = Crc32.Append(Checksum, buffer[..read]);
        meter.Add(read);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}

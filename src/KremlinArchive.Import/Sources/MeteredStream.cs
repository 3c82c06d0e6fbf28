namespace KremlinArchive.Import.Sources;

/// <summary>Unpacked bytes on their way out of an archive: counted against the limits and, for zip, check-summed.</summary>
internal sealed class MeteredStream(Stream inner, UnpackingMeter meter, bool checksum = false) : ForwardStream
{
    /// <summary>CRC-32 of the bytes read, if one was asked for.</summary>
    public uint Checksum { get; private set; }

    /// <summary>True once the inner stream said that it has no more.</summary>
    public bool IsAtEnd { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        IsAtEnd |= read == 0 && buffer.Length > 0;
        if (checksum)
            Checksum = Crc32.Append(Checksum, buffer[..read]);
        meter.Add(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>A WARC file that is not packed.</summary>
internal sealed class PlainBytes(Stream file) : WarcBytes
{
    private long read = file.CanSeek ? file.Position : 0;

    public override long Place => read - Waiting;

    public override long Taken => Place;

    public override bool TryReturn(long place)
    {
        if (!file.CanSeek)
            return false;
        file.Position = read = place;
        Forget();
        return true;
    }

    protected override int ReadPart(Span<byte> into)
    {
        var count = file.Read(into);
        read += count;
        return count;
    }

    protected override bool NextPart() => false;

    protected override bool SeekPart() => false;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }
}

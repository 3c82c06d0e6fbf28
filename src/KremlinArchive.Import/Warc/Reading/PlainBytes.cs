using KremlinArchive.Import.Sources;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>A WARC file that is not packed itself.</summary>
/// <param name="meter">Counts it where it comes out of an archive; null where it does not.</param>
internal sealed class PlainBytes(Stream file, UnpackingMeter? meter) : WarcBytes
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
        meter?.Add(count);
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

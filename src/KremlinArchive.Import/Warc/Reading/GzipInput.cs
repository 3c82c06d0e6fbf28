using KremlinArchive.Import.Sources;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>
/// The packed bytes of a gzip file on their way to a decoder, which takes more than it needs. What was handed out last is kept, so that
/// the end of what was needed can be found in it.
/// </summary>
internal sealed class GzipInput(Stream file) : ForwardStream
{
    private const int Portion = 8 * 1024;
    private static readonly byte[] Magic = [0x1F, 0x8B, 8];

    private readonly byte[] buffer = new byte[4 * Portion];
    private long read = file.CanSeek ? file.Position : 0;
    private int handed;
    private int start;
    private int end;

    /// <summary>Where in the file the next byte is.</summary>
    public long Place => read - (end - start);

    /// <summary>True if no more bytes come.</summary>
    public bool IsAtEnd => start == end && !Fill(1);

    public override int Read(Span<byte> into)
    {
        if (start == end)
        {
            handed = start = end = 0;
            if (!Fill(1))
                return 0;
        }

        var count = Math.Min(Math.Min(into.Length, Portion), end - start);
        handed = start;
        buffer.AsSpan(start, count).CopyTo(into);
        start += count;
        return count;
    }

    /// <summary>Takes one byte.</summary>
    /// <exception cref="EndOfStreamException">There is none.</exception>
    public byte Take()
    {
        if (start == end && !Fill(1))
            throw new EndOfStreamException("The file ends within the head of a gzip member.");
        handed = start;
        return buffer[start++];
    }

    /// <summary>Looks for the end of a member in what was handed out last and goes there. False if it is not there.</summary>
    public bool TryEndAt(ReadOnlySpan<byte> trailer)
    {
        Fill(trailer.Length);
        var found = buffer.AsSpan(handed, Math.Min(end, start + trailer.Length) - handed).IndexOf(trailer);
        if (found < 0)
            return false;
        start = handed + found + trailer.Length;
        return true;
    }

    /// <summary>Passes over zeros, with which some programs fill a file up. False at the end of the file.</summary>
    public bool SkipZeros()
    {
        while (start < end || Fill(1))
        {
            if (buffer[start] != 0)
                return true;
            start++;
        }

        return false;
    }

    /// <summary>Goes to a place where a member may begin, from the given place on; from what was handed out last where the file cannot go back.</summary>
    public bool SeekMagic(long from)
    {
        if (file.CanSeek)
        {
            file.Position = read = from;
            handed = start = end = 0;
        }
        else
        {
            start = Math.Min(handed + 1, end);
        }

        while (true)
        {
            if (end - start < Magic.Length && !Fill(Magic.Length))
                return false;
            var found = buffer.AsSpan(start, end - start).IndexOf(Magic);
            if (found >= 0)
            {
                handed = start += found;
                return true;
            }

            handed = start = end - (Magic.Length - 1);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Has so many bytes at hand, if the file has them, and keeps what was handed out last.</summary>
    private bool Fill(int count)
    {
        if (end - start >= count)
            return true;
        buffer.AsSpan(handed, end - handed).CopyTo(buffer);
        (start, end, handed) = (start - handed, end - handed, 0);
        while (end - start < count)
        {
            var more = file.Read(buffer.AsSpan(end, Math.Min(Portion, buffer.Length - end)));
            if (more == 0)
                return false;
            end += more;
            read += more;
        }

        return true;
    }
}

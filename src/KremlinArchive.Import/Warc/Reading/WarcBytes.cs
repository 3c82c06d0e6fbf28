using System.Text;
using KremlinArchive.Import.Sources;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>
/// The bytes of a WARC file as its records are written in them. They come in parts: a packed file has one for each of its members, any
/// other is one. Bytes of two parts never come at once, so that a record that begins a part is seen to do so.
/// </summary>
internal abstract class WarcBytes : ForwardStream
{
    private static readonly byte[] Beginning = "WARC/"u8.ToArray();

    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly MemoryStream line = new();
    private int start;
    private int end;
    private bool isPartUntouched = true;

    /// <summary>Where in the file the next byte is, or the member that it is packed in.</summary>
    public abstract long Place { get; }

    /// <summary>How many bytes of the file are used up.</summary>
    public abstract long Taken { get; }

    /// <summary>True if a record begins here together with a part.</summary>
    public bool BeginsRecord => Fill() && isPartUntouched && Peek(Beginning.Length).SequenceEqual(Beginning);

    /// <summary>Bytes that were read ahead of where the walk is.</summary>
    protected int Waiting => end - start;

    /// <summary>Reads some bytes, of one part; none at the end of the file.</summary>
    public override int Read(Span<byte> into)
    {
        if (into.Length == 0 || !Fill())
            return 0;
        var count = Math.Min(into.Length, end - start);
        buffer.AsSpan(start, count).CopyTo(into);
        Skip(count);
        return count;
    }

    /// <summary>A line without its end; null at the end of the file.</summary>
    /// <exception cref="WarcDamageException">It is longer than it may be.</exception>
    public string? ReadLine(int longest)
    {
        line.SetLength(0);
        while (Fill())
        {
            var found = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            var count = found < 0 ? end - start : found + 1;
            if (line.Length + count > longest)
                throw new WarcDamageException("The record's header has a line that is longer than any may be.");
            line.Write(buffer, start, count);
            Skip(count);
            if (found >= 0)
                break;
        }

        return line.Length == 0 ? null : Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\n').TrimEnd('\r');
    }

    /// <summary>Passes over line ends. False at the end of the file.</summary>
    public bool SkipLineEnds()
    {
        while (Fill())
        {
            var rest = buffer.AsSpan(start, end - start);
            var count = rest.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            if (count != 0)
                Skip(count < 0 ? rest.Length : count);
            if (count >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Passes over line ends, but not beyond the end of the part, which is compared with its check sum there.</summary>
    public void EndRecord()
    {
        while (Peek(1) is [(byte)'\r' or (byte)'\n'])
            Skip(1);
    }

    /// <summary>Goes to the next line that begins as a record does. False if there is none.</summary>
    public bool SkipToRecord()
    {
        for (var isLineStart = false; Fill();)
        {
            if ((isLineStart || isPartUntouched) && Peek(Beginning.Length).SequenceEqual(Beginning))
                return true;
            var found = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            isLineStart = found >= 0;
            Skip(found < 0 ? end - start : found + 1);
        }

        return false;
    }

    /// <summary>After bytes that could not be unpacked: goes to where others can be. False if there are none.</summary>
    public bool Resume()
    {
        Forget();
        return SeekPart();
    }

    /// <summary>Goes back to a place, where the file allows it.</summary>
    public virtual bool TryReturn(long place) => false;

    /// <summary>Reads on in the present part; 0 at its end.</summary>
    protected abstract int ReadPart(Span<byte> into);

    /// <summary>Begins the next part; false at the end of the file.</summary>
    protected abstract bool NextPart();

    /// <summary>Finds a part that can be read after a damaged one, and begins it.</summary>
    protected abstract bool SeekPart();

    /// <summary>Lets go of what was read ahead.</summary>
    protected void Forget()
    {
        start = end = 0;
        isPartUntouched = true;
    }

    /// <summary>The next bytes of the part, still to be read; fewer at its end.</summary>
    protected ReadOnlySpan<byte> Peek(int count)
    {
        if (end - start < count)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            for (int read; end < count && (read = ReadPart(buffer.AsSpan(end))) > 0;)
                end += read;
        }

        return buffer.AsSpan(start, Math.Min(count, end - start));
    }

    private bool Fill()
    {
        while (start == end)
        {
            start = 0;
            end = ReadPart(buffer);
            if (end > 0)
                break;
            if (!NextPart())
                return false;
            isPartUntouched = true;
        }

        return true;
    }

    private void Skip(int count)
    {
        start += count;
        isPartUntouched = false;
    }
}

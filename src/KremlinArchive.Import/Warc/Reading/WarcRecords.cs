using KremlinArchive.Import.Sources;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>The records of a WARC file one after the other. After a damaged one it goes on where the next begins.</summary>
internal sealed class WarcRecords(WarcBytes bytes) : IDisposable
{
    private WarcBlock? block;
    private long number;
    private long place;
    private Recovery recovery;

    private enum Recovery
    {
        None,
        OnNextLine,
        InNextPart,
    }

    /// <summary>Where the walk is, for people.</summary>
    public string Place => Message.Of($"record {number}, at byte {place}");

    /// <summary>How many bytes of the file are used up.</summary>
    public long Taken => bytes.Taken;

    /// <summary>The next record; null at the end.</summary>
    /// <exception cref="WarcDamageException">It is damaged: the walk goes on after <see cref="Recover"/>. So it does after whatever else <see cref="WarcDamageException.Is"/> knows.</exception>
    public WarcRecord? Next()
    {
        if (recovery != Recovery.None && !Find())
            return null;
        PassBlock();
        if (!bytes.SkipLineEnds())
            return null;
        number++;
        place = bytes.Place;
        var header = WarcHeader.Read(bytes);
        block = new WarcBlock(bytes, header.Length);
        return new WarcRecord(header, block, Place);
    }

    /// <summary>Goes to the end of the record and, where it is packed by itself, compares its check sum.</summary>
    public void Finish()
    {
        PassBlock();
        bytes.EndRecord();
    }

    /// <summary>Prepares to go on after damage that was met in a record or on the way to one.</summary>
    public void Recover(Exception damage)
    {
        block = null;
        recovery = damage is WarcDamageException ? Recovery.OnNextLine : Recovery.InNextPart;
    }

    public void Dispose() => bytes.Dispose();

    private bool Find()
    {
        var way = recovery;
        recovery = Recovery.None;
        if (way == Recovery.InNextPart)
            return bytes.Resume();

        // A record that says it is longer than it is has swallowed others: they begin after its own first line.
        if (bytes.TryReturn(place))
            bytes.ReadLine(int.MaxValue);
        try
        {
            return bytes.SkipToRecord();
        }
        catch (Exception damage) when (WarcDamageException.Is(damage))
        {
            // The rest of the same damaged record: it was told once.
            return bytes.Resume();
        }
    }

    private void PassBlock()
    {
        if (block is not { Left: > 0 } rest)
            return;
        var buffer = new byte[16 * 1024];
        while (rest.Read(buffer) > 0)
        {
        }
    }
}

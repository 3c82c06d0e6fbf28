using Lucene.Net.Util;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// Where the passages of a record lie among the positions of its text: what turns a match into a passage without reading
/// the text.
/// </summary>
internal sealed class PassageLayout
{
    private readonly int[] starts;

    private PassageLayout(int[] starts) => this.starts = starts;

    /// <summary>How many passages there are.</summary>
    public int Count => starts.Length;

    /// <summary>The passage of a position, from 0.</summary>
    /// <param name="from">A passage that is not behind the position.</param>
    public int PassageAt(int position, int from = 0)
    {
        while (from + 1 < starts.Length && starts[from + 1] <= position)
            from++;
        return from;
    }

    /// <summary>Packs the layout of passages of so many words each.</summary>
    public static BytesRef Pack(IReadOnlyList<int> passages)
    {
        var bytes = new List<byte>(passages.Count * 2);
        foreach (var words in passages)
            Write(bytes, words);

        return new BytesRef([.. bytes]);
    }

    public static PassageLayout Unpack(BytesRef packed)
    {
        var starts = new List<int>();
        var at = packed.Offset;
        for (var next = -1; at < packed.Offset + packed.Length;)
        {
            // The first word of a text stands one position after its gap.
            starts.Add(next + FieldTerms.Gap + 1);
            next += FieldTerms.Gap + Read(packed.Bytes, ref at);
        }

        return new PassageLayout([.. starts]);
    }

    private static void Write(List<byte> bytes, int number)
    {
        for (; number >= 0x80; number >>= 7)
            bytes.Add((byte)(number | 0x80));
        bytes.Add((byte)number);
    }

    private static int Read(byte[] bytes, ref int at)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            number |= (next & 0x7F) << shift;
            if (next < 0x80)
                return number;
        }
    }
}

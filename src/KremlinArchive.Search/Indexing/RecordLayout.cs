using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// Where the passages of a record lie among the positions of its text, and its speakers among those of their labels: what turns a match into a
/// passage, and a passage into who speaks there, without reading the text.
/// </summary>
internal sealed class RecordLayout
{
    private readonly int[] passages, speakers, voices;

    private RecordLayout(int[] passages, int[] speakers, int[] voices)
    {
        this.passages = passages;
        this.speakers = speakers;
        this.voices = voices;
    }

    /// <summary>How many passages there are.</summary>
    public int Count => passages.Length;

    /// <summary>How many different speakers there are.</summary>
    public int Speakers => speakers.Length;

    /// <summary>The passage of a position in the text, from 0.</summary>
    public int PassageAt(int position) => At(passages, position);

    /// <summary>The speaker of a position in the labels, from 0.</summary>
    public int SpeakerAt(int position) => At(speakers, position);

    /// <summary>Who speaks in a passage, from 0; -1 for nobody.</summary>
    public int SpeakerOf(int passage) => voices[passage];

    /// <summary>How many words a passage has at most: to the beginning of the next one.</summary>
    public int WordsOf(int passage) => passage + 1 < passages.Length ? passages[passage + 1] - passages[passage] - FieldTerms.Gap : int.MaxValue;

    /// <summary>The layout of a document; null where it has none.</summary>
    public static RecordLayout? Read(BinaryDocValues? layouts, int doc)
    {
        if (layouts is null)
            return null;
        var packed = new BytesRef();
        layouts.Get(doc, packed);
        return packed.Length == 0 ? null : Unpack(packed);
    }

    /// <summary>Packs the layout.</summary>
    /// <param name="speakers">How many words the label of each speaker has.</param>
    /// <param name="passages">How many words each passage has, and who speaks in it, -1 for nobody.</param>
    public static BytesRef Pack(IReadOnlyList<int> speakers, IReadOnlyList<(int Words, int Speaker)> passages)
    {
        var bytes = new List<byte>((passages.Count * 3) + speakers.Count + 1);
        Write(bytes, speakers.Count);
        foreach (var words in speakers)
            Write(bytes, words);
        foreach (var (words, speaker) in passages)
        {
            Write(bytes, words);
            Write(bytes, speaker + 1);
        }

        return new BytesRef([.. bytes]);
    }

    public static RecordLayout Unpack(BytesRef packed)
    {
        var (at, end, bytes) = (packed.Offset, packed.Offset + packed.Length, packed.Bytes);
        var speakers = new int[Read(bytes, ref at)];
        for (var (i, next) = (0, -1); i < speakers.Length; i++)
            speakers[i] = Begin(ref next, Read(bytes, ref at));
        var (passages, voices) = (new List<int>(), new List<int>());
        for (var next = -1; at < end;)
        {
            passages.Add(Begin(ref next, Read(bytes, ref at)));
            voices.Add(Read(bytes, ref at) - 1);
        }

        return new RecordLayout([.. passages], speakers, [.. voices]);
    }

    /// <summary>Where a text of so many words begins: one position after its gap.</summary>
    private static int Begin(ref int last, int words)
    {
        var first = last + FieldTerms.Gap + 1;
        last += FieldTerms.Gap + words;
        return first;
    }

    /// <summary>The last of the texts that do not begin behind a position.</summary>
    private static int At(int[] starts, int position)
    {
        var found = Array.BinarySearch(starts, position);
        return Math.Max(0, found >= 0 ? found : ~found - 1);
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

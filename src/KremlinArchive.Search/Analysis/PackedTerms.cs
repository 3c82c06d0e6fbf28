using System.Text;

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// The different terms of a word in one row of bytes, each in UTF-8 behind its length in two bytes: what the index takes, made once for a word and not at each of its places.
/// </summary>
internal readonly struct PackedTerms
{
    private const int LengthBytes = 2;

    private PackedTerms(byte[] bytes) => Bytes = bytes;

    /// <summary>The row.</summary>
    public byte[] Bytes { get; }

    public static PackedTerms Of(IReadOnlyList<string> terms)
    {
        var size = 0;
        for (var i = 0; i < terms.Count; i++)
            size += IsFirst(terms, i) ? LengthBytes + Encoding.UTF8.GetByteCount(terms[i]) : 0;
        var (bytes, at) = (new byte[size], 0);
        for (var i = 0; i < terms.Count; i++)
        {
            if (!IsFirst(terms, i))
                continue;
            var term = terms[i];
            var length = Encoding.UTF8.GetBytes(term, bytes.AsSpan(at + LengthBytes));
            (bytes[at], bytes[at + 1]) = ((byte)(length >> 8), (byte)length);
            at += LengthBytes + length;
        }

        return new PackedTerms(bytes);
    }

    /// <summary>The term that begins at a place in the row, and where the next one does.</summary>
    public (int Start, int Length, int Next) At(int at)
    {
        var (start, length) = (at + LengthBytes, (Bytes[at] << 8) | Bytes[at + 1]);
        return (start, length, start + length);
    }

    public IReadOnlyList<string> Unpack()
    {
        var terms = new List<string>();
        for (var at = 0; at < Bytes.Length;)
        {
            (var start, var length, at) = At(at);
            terms.Add(Encoding.UTF8.GetString(Bytes, start, length));
        }

        return terms;
    }

    private static bool IsFirst(IReadOnlyList<string> terms, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (terms[i] == terms[at])
                return false;
        }

        return true;
    }
}

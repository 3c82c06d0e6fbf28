using System.Globalization;
using System.Text;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>A body that was sent in chunks, each with its size before it.</summary>
internal static class ChunkedBody
{
    private const int LongestSize = 200;

    /// <summary>The body put together; null where it is not in chunks, as of programs that put it together and left the header.</summary>
    /// <exception cref="WarcDamageException">It begins in chunks and does not end so.</exception>
    public static byte[]? Join(ReadOnlySpan<byte> body)
    {
        var joined = new MemoryStream(body.Length);
        for (var at = 0; ;)
        {
            if (!TrySize(body[at..], out var size, out var head))
                return at == 0 ? null : throw new WarcDamageException("The body was sent in chunks, and one of them is damaged or missing.");
            at += head;
            if (size == 0)
                return joined.ToArray();
            if (size > body.Length - at)
                throw new WarcDamageException("The body was sent in chunks, and the last of them are missing.");
            joined.Write(body.Slice(at, size));
            at += size;
            if (at < body.Length && body[at] == '\r')
                at++;
            if (at < body.Length && body[at] == '\n')
                at++;
        }
    }

    private static bool TrySize(ReadOnlySpan<byte> rest, out int size, out int head)
    {
        size = 0;
        var end = rest[..Math.Min(rest.Length, LongestSize)].IndexOf((byte)'\n');
        head = end + 1;
        if (end < 1)
            return false;
        var line = Encoding.ASCII.GetString(rest[..end]);
        var digits = line.Split(';')[0].Trim();
        return digits.Length is > 0 and <= 8 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out size) && size >= 0;
    }
}

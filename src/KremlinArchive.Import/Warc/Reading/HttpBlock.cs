using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KremlinArchive.Import.Sources;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Import.Warc.Reading;

/// <summary>The answer of a server as a block holds it: status, headers, and the body as it came.</summary>
internal sealed class HttpBlock : ForwardStream
{
    private const int LargestHead = 256 * 1024, MostHeaders = 1000;

    private readonly ReadOnlyMemory<byte> begun;
    private readonly Stream block;
    private int given;
    private IncrementalHash? sum;

    private HttpBlock(int status, IReadOnlyList<HttpHeader> headers, ReadOnlyMemory<byte> begun, Stream block)
    {
        Status = status;
        Headers = headers;
        this.begun = begun;
        this.block = block;
    }

    public int Status { get; }

    /// <summary>In their order, as they came.</summary>
    public IReadOnlyList<HttpHeader> Headers { get; }

    /// <summary>Reads the head of an answer; the body is then read from here.</summary>
    /// <exception cref="WarcDamageException">It is not one.</exception>
    public static HttpBlock Read(Stream block)
    {
        var buffer = new byte[4 * 1024];
        var (length, end) = (0, -1);
        while (end < 0)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, length < LargestHead ? 2 * length : throw new WarcDamageException("The head of the server's answer is longer than any may be."));
            var read = block.Read(buffer, length, buffer.Length - length);
            length += read;
            end = read == 0 ? length : EndOfHead(buffer.AsSpan(0, length));
        }

        var lines = Encoding.Latin1.GetString(buffer, 0, end).Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        return new HttpBlock(StatusOf(lines[0]), HeadersOf(lines), buffer.AsMemory(end, length - end), block);
    }

    /// <summary>Sums up the body.</summary>
    public void SumUp(WarcDigest? digest) => sum = digest?.Begin();

    /// <summary>The sum of the body that was read; null where none was made.</summary>
    public byte[]? TakeSum()
    {
        using var ended = sum;
        sum = null;
        return ended?.GetHashAndReset();
    }

    public override int Read(Span<byte> into)
    {
        var count = Math.Min(into.Length, begun.Length - given);
        begun.Span.Slice(given, count).CopyTo(into);
        given += count;
        if (count == 0)
            count = block.Read(into);
        sum?.AppendData(into[..count]);
        return count;
    }

    /// <summary>Where the body begins; -1 where the head goes on.</summary>
    private static int EndOfHead(ReadOnlySpan<byte> bytes)
    {
        var (usual, bare) = (bytes.IndexOf("\r\n\r\n"u8), bytes.IndexOf("\n\n"u8));
        if (usual >= 0 && (bare < 0 || usual < bare))
            return usual + 4;
        return bare < 0 ? -1 : bare + 2;
    }

    private static int StatusOf(string line)
    {
        var parts = line.Split(' ', 3);
        return parts[0].StartsWith("HTTP/", StringComparison.Ordinal) && parts.Length > 1
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 999
            ? status
            : throw new WarcDamageException("The server's answer does not begin with a status.");
    }

    private static List<HttpHeader> HeadersOf(List<string> lines)
    {
        var headers = new List<HttpHeader>();
        foreach (var line in lines.Skip(1).TakeWhile(line => line.Length > 0))
        {
            if (headers.Count == MostHeaders)
                throw new WarcDamageException("The server's answer has more headers than any may have.");
            if (line[0] is ' ' or '\t' && headers.Count > 0)
                headers[^1] = headers[^1] with { Value = $"{headers[^1].Value} {line.Trim()}" };
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                headers.Add(new HttpHeader(line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }

        return headers;
    }
}

using KremlinArchive.Store.Captures;

namespace KremlinArchive.Import.Warc;

/// <summary>
/// Headers of an answer whose body is kept unpacked. Those that tell how it came would mislead whoever reads it from a WARC file, so
/// they are written under another name there and get their own back here.
/// </summary>
internal static class UnpackedHeaders
{
    private static readonly string[] Misleading = ["Content-Encoding", "Transfer-Encoding", "Content-Length"];

    /// <summary>The first header of a name, in whatever case.</summary>
    public static string? Of(IReadOnlyList<HttpHeader> headers, string name) =>
        headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The headers to be written with a body of a length.</summary>
    public static IEnumerable<HttpHeader> Hide(IReadOnlyList<HttpHeader> headers, long length)
    {
        var isPlain = Of(headers, "Content-Encoding") is null && Of(headers, "Transfer-Encoding") is null
            && headers.Where(header => IsNamed(header, "Content-Length")).All(header => header.Value == FormattableString.Invariant($"{length}"));
        return isPlain ? headers : headers.Select(header => Misleading.Any(name => IsNamed(header, name)) ? header with { Name = WarcFields.Unpacked + header.Name } : header);
    }

    /// <summary>The headers as they came from the server.</summary>
    public static IReadOnlyList<HttpHeader> Restore(IReadOnlyList<HttpHeader> headers) =>
        [.. headers.Select(header => header.Name.StartsWith(WarcFields.Unpacked, StringComparison.OrdinalIgnoreCase) ? header with { Name = header.Name[WarcFields.Unpacked.Length..] } : header)];

    private static bool IsNamed(HttpHeader header, string name) => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}

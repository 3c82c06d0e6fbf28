using KremlinArchive.Store.Captures;

namespace KremlinArchive.Store.Schema;

/// <summary>The headers of an answer as the database keeps them: a line each, as HTTP writes them.</summary>
internal static class PackedHeaders
{
    /// <summary>The lines; null for none.</summary>
    public static string? Pack(IReadOnlyList<HttpHeader> headers) =>
        headers.Count == 0 ? null : string.Join('\n', headers.Select(header => $"{Line(header.Name)}: {Line(header.Value)}"));

    /// <summary>The headers of such lines.</summary>
    public static IReadOnlyList<HttpHeader> Unpack(string? packed) =>
        packed is null ? [] : [.. packed.Split('\n').Select(line => line.Split(": ", 2)).Where(parts => parts.Length == 2).Select(parts => new HttpHeader(parts[0], parts[1]))];

    // A folded header is one line: what a line break means in it, a space means too.
    private static string Line(string text) => text.ReplaceLineEndings(" ").Trim();
}

using System.Buffers;
using System.Text;

namespace KremlinArchive.Store.Schema;

/// <summary>Text as every engine can keep it: without zero characters, which PostgreSQL refuses, and without halves of letters, which no encoding has.</summary>
internal static class StoredText
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Suspects = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(code => (char)code), '\0']);

    /// <summary>The text itself where it can be kept; else with a replacement character for each that cannot.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAny(Suspects)
        ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', Replacement)
        : text;
}

using KremlinArchive.Records;

namespace KremlinArchive.Search.Indexing;

/// <summary>A passage as the index stores it, for snippets.</summary>
internal static class StoredPassage
{
    private const char Separator = '\u001F';

    public static string Write(string? speaker, string text) => $"{speaker?.Replace(Separator, ' ')}{Separator}{text}";

    public static Passage Read(int number, string stored)
    {
        var at = stored.IndexOf(Separator, StringComparison.Ordinal);
        return new Passage(number, at == 0 ? null : stored[..at], stored[(at + 1)..]);
    }
}

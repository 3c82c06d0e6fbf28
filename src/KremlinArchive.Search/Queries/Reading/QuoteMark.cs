namespace KremlinArchive.Search.Queries.Reading;

/// <summary>The quotation marks that people type and paste: "…", «…», “…”, „…“.</summary>
internal static class QuoteMark
{
    /// <summary>All of them.</summary>
    public const string Marks = "\"«»“”„‟″";

    public static bool IsQuote(char c) => Marks.Contains(c, StringComparison.Ordinal);

    /// <summary>Where the phrase that a mark opens is closed: by the mark that pairs with it, else by the next mark of any shape; null if there is none.</summary>
    public static int? FindClosing(string text, int opening)
    {
        var pair = text[opening] switch
        {
            '«' => "»",
            '“' or '‟' => "”",
            '„' => "“”",
            var same => same.ToString(),
        };
        var paired = text.AsSpan(opening + 1).IndexOfAny(pair);
        var end = paired >= 0 ? paired : text.AsSpan(opening + 1).IndexOfAny(Marks);
        return end < 0 ? null : opening + 1 + end;
    }
}

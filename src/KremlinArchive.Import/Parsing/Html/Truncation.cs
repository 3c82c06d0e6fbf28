namespace KremlinArchive.Import.Parsing.Html;

/// <summary>Tells pages that break off: a browser mends them silently, an archive must not.</summary>
internal static class Truncation
{
    private static readonly string[] Holders = ["article", "textarea", "pre"];

    /// <summary>Where the page breaks off, as a sentence; null if it is whole.</summary>
    internal static string? In(string html)
    {
        foreach (var name in Holders)
        {
            var open = Last(html, "<" + name);
            if (open >= 0 && IsTagEnd(html, open + 1 + name.Length) && html.IndexOf("</" + name, open, StringComparison.OrdinalIgnoreCase) < 0)
                return $"The page is truncated: it breaks off before its {name} is closed.";
        }

        var isClosed = html.Contains("</html", StringComparison.OrdinalIgnoreCase) || html.Contains("</body", StringComparison.OrdinalIgnoreCase);
        var isPage = html.Contains("<html", StringComparison.OrdinalIgnoreCase) || html.Contains("<body", StringComparison.OrdinalIgnoreCase);
        return isPage && !isClosed ? "The page is truncated: it breaks off before its body is closed." : null;
    }

    // Looking forward is vectorized where looking backward is not: a tenth of a page's parsing.
    private static int Last(string html, string tag)
    {
        var last = -1;
        for (var from = 0; html.IndexOf(tag, from, StringComparison.OrdinalIgnoreCase) is var at && at >= 0; from = at + 1)
            last = at;
        return last;
    }

    private static bool IsTagEnd(string html, int at) => at >= html.Length || html[at] == '>' || char.IsWhiteSpace(html[at]);
}

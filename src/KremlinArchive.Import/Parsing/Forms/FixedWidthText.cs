using System.Net;
using KremlinArchive.Import.Parsing.Speech;
using KremlinArchive.Import.Parsing.Words;

namespace KremlinArchive.Import.Parsing.Forms;

/// <summary>
/// Reads the old fixed-width layout of acts: lines broken by hand and padded with spaces to one width.
/// A paragraph begins after a blank line or where a line is indented deeper than the one before it.
/// </summary>
internal static class FixedWidthText
{
    internal static IReadOnlyList<Paragraph> Paragraphs(string text)
    {
        // Many of these texts were escaped twice: &amp;#34; in the page for a quotation mark.
        var decoded = text.Contains("&#", StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        var paragraphs = new List<Paragraph>();
        var line = new PlainLine();
        var indentBefore = 0;
        foreach (var raw in decoded.AsSpan().EnumerateLines())
        {
            var indent = raw.Length - raw.TrimStart().Length;
            if (raw.IsWhiteSpace() || indent > indentBefore)
                End(paragraphs, line);
            line.Append(raw);
            line.Space();
            indentBefore = raw.IsWhiteSpace() ? 0 : indent;
        }

        End(paragraphs, line);
        return paragraphs;
    }

    private static void End(List<Paragraph> paragraphs, PlainLine line)
    {
        if (line.Take() is { Length: > 0 } text)
            paragraphs.Add(Paragraph.Plain(text));
    }
}

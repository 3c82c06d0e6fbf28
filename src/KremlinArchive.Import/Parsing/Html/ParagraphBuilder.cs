using KremlinArchive.Import.Parsing.Speech;
using KremlinArchive.Import.Parsing.Words;

namespace KremlinArchive.Import.Parsing.Html;

/// <summary>Gathers a page's text into paragraphs, with where they are bold and italic.</summary>
internal sealed class ParagraphBuilder
{
    private readonly PlainLine line = new();
    private readonly List<Stretch> bold = [];
    private readonly List<Stretch> italic = [];
    private List<Paragraph> paragraphs = [];
    private int boldEnd = -1;

    internal void Text(string text, TextStyle style)
    {
        var from = line.Length;
        if (IsLostSpace(text, style, from))
            line.Space();
        line.Append(text);
        if (line.Length == from)
            return;
        if (style.HasFlag(TextStyle.Bold))
        {
            Extend(bold, from);
            boldEnd = line.Length;
        }

        if (style.HasFlag(TextStyle.Italic))
            Extend(italic, from);
    }

    internal void Space() => line.Space();

    /// <summary>Ends the paragraph; what has no text gives none.</summary>
    internal void End(ParagraphRole role)
    {
        boldEnd = -1;
        var text = line.Take();
        if (text.Length > 0)
            paragraphs.Add(new Paragraph(text, [.. bold], [.. italic], role));
        bold.Clear();
        italic.Clear();
    }

    /// <summary>Gives the paragraphs so far and begins anew.</summary>
    internal List<Paragraph> Take()
    {
        End(ParagraphRole.Text);
        var taken = paragraphs;
        paragraphs = [];
        return taken;
    }

    /// <summary>
    /// Labels broken into several bold elements have lost spaces between them: <c>&lt;b&gt;Vladimir&lt;/b&gt;&lt;b&gt;PUTIN&lt;/b&gt;</c> (page 17864).
    /// A single letter is a word broken within: <c>&lt;b&gt;Kle&lt;/b&gt;&lt;b&gt;Y&lt;/b&gt;&lt;b&gt;MENOV&lt;/b&gt;</c> (page 17976).
    /// </summary>
    private bool IsLostSpace(string text, TextStyle style, int from) =>
        style.HasFlag(TextStyle.Bold) && from > 0 && boldEnd == from && !line.EndsInSpace
        && char.IsLower(line.Last) && text.Length > 1 && char.IsUpper(text[0]);

    private void Extend(List<Stretch> stretches, int from)
    {
        if (stretches.Count > 0 && stretches[^1].To == from)
            stretches[^1] = new Stretch(stretches[^1].From, line.Length);
        else
            stretches.Add(new Stretch(from, line.Length));
    }
}

/// <summary>How a stretch of text is set.</summary>
[Flags]
internal enum TextStyle
{
    Plain = 0,
    Bold = 1,
    Italic = 2,
}

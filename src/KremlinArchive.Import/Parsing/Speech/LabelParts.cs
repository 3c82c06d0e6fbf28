namespace KremlinArchive.Import.Parsing.Speech;

/// <summary>The beginning of a paragraph up to a colon, taken apart: what may be a speaker's label.</summary>
/// <param name="Name">The label without its colon and without remarks: <c>President of Russia Vladimir Putin</c>.</param>
/// <param name="Remark">What stands in brackets after the name, with the brackets: <c>(retranslated)</c>; empty without one.</param>
/// <param name="TextFrom">Where the speech begins in the paragraph.</param>
/// <param name="IsSetApart">True if the name is bold and the speech is not.</param>
/// <param name="HasColon">True if a colon ends the label.</param>
/// <param name="HasSpeech">True if words follow in the same paragraph.</param>
internal sealed record LabelParts(string Name, string Remark, int TextFrom, bool IsSetApart, bool HasColon, bool HasSpeech)
{
    private const int Longest = 300;

    /// <summary>Takes a paragraph's beginning apart; null if it cannot be a label.</summary>
    internal static LabelParts? Of(Paragraph paragraph)
    {
        var text = paragraph.Text;
        var isBold = paragraph.IsBoldAt(0);
        var remark = default(Stretch);
        var end = 0; // After the last character of the name or its remark.
        for (var at = 0; at < text.Length && at < Longest; at++)
        {
            var c = text[at];
            if (c == ':')
                return IsClockTime(text, at) || at == 0 ? null : Build(paragraph, at, remark, at + 1, isBold, hasColon: true);
            if (c is '(' or '[' && Close(text, at) is var close && close > 0)
            {
                if (IsRemark(paragraph, at, close, isBold))
                    remark = remark.To == 0 ? new Stretch(at, close + 1) : new Stretch(remark.From, close + 1);
                at = close;
                end = close + 1;
            }
            else if (isBold && !char.IsWhiteSpace(c) && !paragraph.IsBoldAt(at) && !paragraph.IsItalicAt(at))
            {
                return Build(paragraph, end, remark, end, isBold, hasColon: false);
            }
            else if (!char.IsWhiteSpace(c))
            {
                end = at + 1;
            }
        }

        return null;
    }

    private static LabelParts? Build(Paragraph paragraph, int nameEnd, Stretch remark, int textFrom, bool isBold, bool hasColon)
    {
        var text = paragraph.Text;
        var hasRemark = remark.To > 0 && remark.From <= nameEnd;
        var name = hasRemark ? text[..remark.From].TrimEnd() + " " + text[Math.Min(remark.To, nameEnd)..nameEnd].Trim() : text[..nameEnd];
        name = name.Trim();
        textFrom = SkipColons(text, textFrom, hasColon);
        // A remark with a colon of its own: <b>Name:</b> (retranslated): Hopefully (page 56357).
        if (hasColon && remark.To == 0 && textFrom < text.Length && text[textFrom] == '('
            && Close(text, textFrom) is var close && close > 0 && close + 1 < text.Length && text[close + 1] == ':')
        {
            remark = new Stretch(textFrom, close + 1);
            textFrom = SkipColons(text, close + 1, hasColon);
        }

        var isSetApart = isBold && (textFrom == text.Length || !paragraph.IsBoldFrom(textFrom));
        var words = remark.To == 0 ? "" : text[remark.From..remark.To];
        return name.Length == 0 ? null : new LabelParts(name, words, textFrom, isSetApart, hasColon, textFrom < text.Length);
    }

    private static int SkipColons(string text, int at, bool hasColon)
    {
        while (at < text.Length && (text[at] == ' ' || (hasColon && text[at] == ':')))
            at++;
        return at;
    }

    /// <summary>Brackets after a name hold a remark unless they belong to the name, as an abbreviation does: <c>Development (OECD)</c>.</summary>
    private static bool IsRemark(Paragraph paragraph, int open, int close, bool isBold)
    {
        if (close == open + 1)
            return false;
        var inner = (open + close) / 2;
        return (isBold && !paragraph.IsBoldAt(inner)) || paragraph.IsItalicAt(inner)
            || (char.IsLower(paragraph.Text[open + 1]) && paragraph.Text.AsSpan(close + 1).TrimStart().StartsWith(":"));
    }

    private static int Close(string text, int open)
    {
        var depth = 0;
        for (var at = open; at < text.Length && at < open + Longest; at++)
        {
            depth += text[at] is '(' or '[' ? 1 : text[at] is ')' or ']' ? -1 : 0;
            if (depth == 0)
                return at;
        }

        return -1;
    }

    private static bool IsClockTime(string text, int at) =>
        at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at - 1 < 0 ? 0 : at - 1]);
}

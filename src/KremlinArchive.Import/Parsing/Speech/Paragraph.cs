namespace KremlinArchive.Import.Parsing.Speech;

/// <summary>A stretch of a paragraph: from a position up to, not including, another.</summary>
internal readonly record struct Stretch(int From, int To);

/// <summary>What a paragraph is on its page.</summary>
internal enum ParagraphRole
{
    Text,
    Heading,
}

/// <summary>One paragraph of a page's text before its speaker is known: plain spaces, not yet NFC.</summary>
/// <param name="Text">The text on one line.</param>
/// <param name="Bold">Where it is bold, in order.</param>
/// <param name="Italic">Where it is italic, in order.</param>
/// <param name="Role">A heading is nobody's speech.</param>
internal sealed record Paragraph(string Text, IReadOnlyList<Stretch> Bold, IReadOnlyList<Stretch> Italic, ParagraphRole Role = ParagraphRole.Text)
{
    /// <summary>A paragraph of a text without markup.</summary>
    internal static Paragraph Plain(string text) => new(text, [], []);

    internal bool IsBoldAt(int position) => Covers(Bold, position);

    internal bool IsItalicAt(int position) => Covers(Italic, position);

    /// <summary>True if all letters and digits from a position on are bold.</summary>
    internal bool IsBoldFrom(int position)
    {
        for (var at = position; at < Text.Length; at++)
        {
            if (char.IsLetterOrDigit(Text[at]) && !IsBoldAt(at))
                return false;
        }

        return true;
    }

    /// <summary>A part of the paragraph as a paragraph.</summary>
    internal Paragraph Slice(int from, int to) => this with { Text = Text[from..to], Bold = Cut(Bold, from, to), Italic = Cut(Italic, from, to) };

    /// <summary>The paragraph without spaces at its ends.</summary>
    internal Paragraph Trimmed()
    {
        var from = Text.Length - Text.TrimStart().Length;
        return Slice(from, Math.Max(from, Text.TrimEnd().Length));
    }

    private static bool Covers(IReadOnlyList<Stretch> stretches, int position)
    {
        foreach (var stretch in stretches)
        {
            if (position >= stretch.From && position < stretch.To)
                return true;
        }

        return false;
    }

    private static Stretch[] Cut(IReadOnlyList<Stretch> stretches, int from, int to) =>
        [.. stretches.Where(stretch => stretch.To > from && stretch.From < to)
            .Select(stretch => new Stretch(Math.Max(0, stretch.From - from), Math.Min(to, stretch.To) - from))];
}

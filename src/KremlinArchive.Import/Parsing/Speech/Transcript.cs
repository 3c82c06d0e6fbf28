using KremlinArchive.Import.Parsing.Words;
using KremlinArchive.Records;

namespace KremlinArchive.Import.Parsing.Speech;

/// <summary>
/// Turns paragraphs into passages and says who speaks: a label begins a turn, paragraphs without one continue it,
/// a line of asterisks ends it. What comes before the first label is the press service's and nobody's speech.
/// </summary>
internal static class Transcript
{
    /// <summary>The passages of a text in which people may speak.</summary>
    /// <param name="paragraphs">The text, in order.</param>
    /// <param name="persons">Names of persons whom the page tags, surname first; they help where labels are not bold.</param>
    internal static IReadOnlyList<Passage> Passages(IReadOnlyList<Paragraph> paragraphs, IEnumerable<string> persons)
    {
        var speakers = Speakers.In(paragraphs, persons);
        var passages = new List<Passage>(paragraphs.Count);
        string? speaker = null;
        string? loneLabel = null; // A label alone in its paragraph; the words of its turn stand in the next.
        foreach (var paragraph in paragraphs.SelectMany(speakers.SplitTurns))
        {
            var label = speakers.LabelOf(paragraph);
            var begins = label is not null || IsSeparator(paragraph.Text);
            if (loneLabel is not null && begins)
                Add(passages, null, loneLabel); // Nobody spoke after it: it was a heading.
            loneLabel = null;
            if (begins)
                speaker = label?.Name;
            if (label is null && !begins)
                Add(passages, IsHeading(paragraph) ? null : speaker, paragraph.Text);
            else if (label is not null && WithRemark(label, paragraph) is { Length: > 0 } speech)
                Add(passages, speaker, speech);
            else if (label is not null)
                loneLabel = paragraph.Text;
        }

        if (loneLabel is not null)
            Add(passages, null, loneLabel);
        return passages;
    }

    /// <summary>The passages of a text that nobody speaks: an act, an announcement.</summary>
    internal static IReadOnlyList<Passage> Unspoken(IReadOnlyList<Paragraph> paragraphs)
    {
        var passages = new List<Passage>(paragraphs.Count);
        foreach (var paragraph in paragraphs.Where(paragraph => !IsSeparator(paragraph.Text)))
            Add(passages, null, paragraph.Text);
        return passages;
    }

    private static void Add(List<Passage> passages, string? speaker, string text) =>
        passages.Add(new Passage(passages.Count + 1, speaker is null ? null : PlainLine.Normalized(speaker), PlainLine.Normalized(text)));

    private static string WithRemark(LabelParts label, Paragraph paragraph)
    {
        var speech = paragraph.Text[label.TextFrom..];
        return label.Remark.Length == 0 ? speech : (label.Remark + " " + speech).TrimEnd();
    }

    /// <summary>A line of asterisks, dashes or the like. The editors' mark of an omission, &lt;…&gt;, is none.</summary>
    private static bool IsSeparator(string text) => text.Contains('*', StringComparison.Ordinal) && text.All(c => c is '*' or ' ' or '.');

    private static bool IsHeading(Paragraph paragraph) =>
        paragraph.Role == ParagraphRole.Heading
        || (paragraph.Bold.Count > 0 && paragraph.Text.Any(char.IsLetter) && paragraph.IsBoldFrom(0));
}

namespace KremlinArchive.Import.Parsing.Speech;

/// <summary>
/// The speakers of one text. A first look gathers the labels that are sure: set in bold, anonymous, with initials, or repeated;
/// with these names the doubtful ones can be told from sentences that happen to have a colon.
/// </summary>
internal sealed class Speakers
{
    // The site's own subjects; their names need no proof from the page.
    private static readonly string[] Presidents = ["Vladimir Putin", "Dmitry Medvedev", "Владимир Путин", "Дмитрий Медведев", "Boris Yeltsin", "Борис Ельцин"];

    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    // Where labels are bold, "Question: how much?" in plain type is a speaker quoting a question (page 63021).
    private readonly bool hasBoldLabels;

    private Speakers(bool hasBoldLabels) => this.hasBoldLabels = hasBoldLabels;

    internal static Speakers In(IReadOnlyList<Paragraph> paragraphs, IEnumerable<string> persons)
    {
        var labels = paragraphs.Select(LabelParts.Of).OfType<LabelParts>().Where(label => label.HasColon).ToList();
        var speakers = new Speakers(labels.Exists(label => label.IsSetApart && Names.LooksLikeSpeaker(label.Name)));
        speakers.known.UnionWith(Presidents);
        speakers.known.UnionWith(persons.Select(GivenNameFirst));
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var label in labels.Where(label => speakers.IsSure(label) || (Names.IsFullName(label.Name) && !seen.Add(label.Name))))
            speakers.known.Add(label.Name);

        return speakers;
    }

    /// <summary>The paragraph's label; null if it begins with none.</summary>
    internal LabelParts? LabelOf(Paragraph paragraph)
    {
        if (LabelParts.Of(paragraph) is not { } label)
            return null;
        if (label.HasColon)
            return IsSure(label) || IsKnown(label.Name) ? label : null;
        if (!label.IsSetApart || label.TextFrom >= paragraph.Text.Length)
            return null;
        // Editors forgot the colon: <b>Vladimir Putin.</b> Yes (page 56699), <b>Name</b> (retranslated) Thank you (page 55920).
        var name = label.Name.TrimEnd('.', ',');
        if (known.Contains(name) && name.Length < label.Name.Length)
            return label with { Name = name };
        return label.Remark.Length > 0 && Names.IsSpeechRemark(label.Remark) && Names.LooksLikeSpeaker(name) ? label : null;
    }

    /// <summary>Splits a paragraph in which a later turn begins with the bold label of a known speaker (page 54790).</summary>
    internal IEnumerable<Paragraph> SplitTurns(Paragraph paragraph)
    {
        var from = 0;
        foreach (var bold in paragraph.Bold.Where(bold => bold.From > 0))
        {
            var label = paragraph.Text[bold.From..bold.To].Trim();
            var isTurn = label.EndsWith(':') || (bold.To < paragraph.Text.Length && paragraph.Text[bold.To] == ':');
            if (!isTurn || !known.Contains(label.TrimEnd(':', ' ')))
                continue;
            yield return paragraph.Slice(from, bold.From).Trimmed();
            from = bold.From;
        }

        yield return from == 0 ? paragraph : paragraph.Slice(from, paragraph.Text.Length).Trimmed();
    }

    private bool IsSure(LabelParts label)
    {
        if (label.IsSetApart)
            return hasBoldLabels && Names.IsPhrase(label.Name) && (label.HasSpeech || Names.LooksLikeSpeaker(label.Name));
        return Names.HasInitials(label.Name)
            || (Names.IsAnonymous(label.Name) && !hasBoldLabels)
            || (Names.IsSpeechRemark(label.Remark) && Names.LooksLikeSpeaker(label.Name));
    }

    /// <summary>A known name, by itself or after an office: <c>President of Russia Vladimir Putin</c>.</summary>
    private bool IsKnown(string label)
    {
        if (known.Contains(label))
            return true;
        return IsOffice(label) && known.Any(name => label.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True if a label's words have capitals but for the small words of an office; a sentence has verbs in small letters.</summary>
    private static bool IsOffice(string label) => label.Split(' ').All(word =>
        word.Length > 0 && (char.IsUpper(word[0]) || char.IsDigit(word[0]) || word is "of" or "the" or "and" or "for" or "on" or "to" or "in" or "at" or "и" or "по" or "в" or "на" or "–"));

    private static string GivenNameFirst(string person)
    {
        var space = person.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? person : person[(space + 1)..] + " " + person[..space];
    }
}

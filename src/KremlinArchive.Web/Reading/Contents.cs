namespace KremlinArchive.Web.Reading;

/// <summary>The contents of a transcript by turn.</summary>
/// <param name="Entries">The turns listed, in order; empty for a text that needs no contents.</param>
/// <param name="Omitted">How many short remarks are not listed.</param>
public sealed record Contents(IReadOnlyList<ContentsEntry> Entries, int Omitted)
{
    /// <summary>Fewer turns are seen at a glance.</summary>
    public const int FewestTurns = 6;

    /// <summary>A text of fewer characters is three screens or less: the contents would be longer than the way they save.</summary>
    public const int ShortestText = 6_000;

    /// <summary>With more turns than this, what is said in passing is left out of the list, or nothing would be found in it.</summary>
    public const int MostTurnsInFull = 60;

    /// <summary>A turn of fewer words is a remark.</summary>
    public const int RemarkWords = 20;

    private const int LongestOpening = 80;

    /// <summary>The contents of these turns.</summary>
    public static Contents Of(IReadOnlyList<Turn> turns)
    {
        var spoken = turns.Where(turn => turn.Speaker is not null).ToList();
        if (spoken.Count < FewestTurns || IsShort(turns))
            return new Contents([], 0);

        var names = Voice.NamesOf(turns);
        var heard = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<ContentsEntry>();
        foreach (var turn in spoken)
        {
            var isNew = heard.Add(names[turn.Speaker!]);
            if (isNew || spoken.Count <= MostTurnsInFull || turn.Words >= RemarkWords)
                entries.Add(new ContentsEntry(names[turn.Speaker!], OpeningOf(turn.Passages[0].Text), turn.Start, isNew));
        }

        return new Contents(entries, spoken.Count - entries.Count);
    }

    /// <summary>True for a text that is read without contents.</summary>
    public static bool IsShort(IReadOnlyList<Turn> turns) => turns.Sum(turn => turn.Length) < ShortestText;

    private static string OpeningOf(string text)
    {
        if (text.Length <= LongestOpening)
            return text;
        var end = text.LastIndexOf(' ', LongestOpening);
        return text[..(end < 0 ? LongestOpening : end)].TrimEnd(' ', ',', ';', ':', '.', '–', '—', '-') + "…";
    }
}

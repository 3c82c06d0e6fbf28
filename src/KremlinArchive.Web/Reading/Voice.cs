namespace KremlinArchive.Web.Reading;

/// <summary>One who speaks in a transcript, and how much.</summary>
/// <param name="Name">The shortest label that the transcript has for them.</param>
/// <param name="Turns">How many turns.</param>
/// <param name="Words">How many words.</param>
/// <param name="Start">The passage that the first turn begins with.</param>
public sealed record Voice(string Name, int Turns, int Words, int Start)
{
    /// <summary>Everybody who speaks, those who say most first.</summary>
    public static IReadOnlyList<Voice> Of(IReadOnlyList<Turn> turns)
    {
        var names = NamesOf(turns);
        return [.. turns.Where(turn => turn.Speaker is not null)
            .GroupBy(turn => names[turn.Speaker!], StringComparer.Ordinal)
            .Select(own => new Voice(own.Key, own.Count(), own.Sum(turn => turn.Words), own.First().Start))
            .OrderByDescending(voice => voice.Words)];
    }

    /// <summary>
    /// The name that stands for each label. Transcripts introduce people with their office and then leave it out: "President of Russia
    /// Vladimir Putin" and "Vladimir Putin" are one voice. Two words or an initial must agree, so that no two people become one.
    /// </summary>
    public static IReadOnlyDictionary<string, string> NamesOf(IReadOnlyList<Turn> turns)
    {
        var labels = turns.Select(turn => turn.Speaker).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var names = labels.Where(label => label.AsSpan().ContainsAny(' ', '.')).OrderBy(label => label.Length).ToList();
        return labels.ToDictionary(label => label, label => names.FirstOrDefault(name => IsEndOf(name, label)) ?? label, StringComparer.Ordinal);
    }

    private static bool IsEndOf(string name, string label) =>
        label.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (label.Length == name.Length || label[^(name.Length + 1)] == ' ');
}

using System.Text.RegularExpressions;
using KremlinArchive.Records;

namespace KremlinArchive.Import.Parsing.Kinds;

/// <summary>What of a record a rule looks at.</summary>
internal enum Clue
{
    Title,
    Lead,
    Section,

    /// <summary>The lead of what is also published among the documents, <c>/acts</c>.</summary>
    LeadOfDocument,

    /// <summary>The lead of a meeting with somebody: the title says with whom, the lead in what form.</summary>
    LeadOfMeeting,
}

/// <summary>One row of the table of kinds: where the pattern is found, the record is of the kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Clue">Where to look.</param>
/// <param name="Pattern">What to look for, in both languages.</param>
internal sealed record KindRule(Kind Kind, Clue Clue, Regex Pattern)
{
    internal KindRule(Kind kind, Clue clue, string english, string russian)
        : this(kind, clue, new Regex($"(?:{english})|(?:{russian})", RegexOptions.CultureInvariant))
    {
    }

    internal bool Fits(string title, string lead, IReadOnlyList<string> sections) => Clue switch
    {
        Clue.Title => Pattern.IsMatch(title),
        Clue.Lead => Pattern.IsMatch(lead),
        Clue.Section => sections.Any(Pattern.IsMatch),
        Clue.LeadOfDocument => sections.Any(section => section.StartsWith("/acts", StringComparison.Ordinal)) && Pattern.IsMatch(lead),
        Clue.LeadOfMeeting => KindRules.IsMeetingWith(title) && Pattern.IsMatch(lead),
        _ => throw new ArgumentOutOfRangeException(nameof(Clue), Clue, "There is no such clue."),
    };
}

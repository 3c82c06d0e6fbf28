namespace KremlinArchive.Search.Answers;

/// <summary>What a record matched by.</summary>
/// <param name="Count">How many marks its title, lead and text have: as many as the reading page shows. 0 where it is found by its other fields alone.</param>
/// <param name="Words">The different words and phrases that matched, as printed in the title, the lead and the passages shown; the first few of them.</param>
/// <param name="HasOtherWords">True if there may be more of them.</param>
/// <param name="Fields">Where the matches are, in the order of <see cref="MatchField"/>.</param>
public sealed record HitMatches(int Count, IReadOnlyList<string> Words, bool HasOtherWords, IReadOnlyList<MatchField> Fields);

/// <summary>A part of a record that words are found in.</summary>
public enum MatchField
{
    Title,
    Lead,
    Text,
    Speaker,
    Place,
    Tags,
}

namespace KremlinArchive.Search.Analysis;

/// <summary>
/// Words of a text that are one when spelled otherwise: a printed date, a number in groups, a name with a number, words that a hyphen joins. Its terms
/// stand at the position of its first word, beside that word's own. A query with such words asks for them side by side or for the terms of the compound.
/// </summary>
/// <param name="First">Its first word.</param>
/// <param name="Count">How many words it covers, one at least.</param>
/// <param name="Forms">What it stands as.</param>
internal sealed record Compound(int First, int Count, WordForms Forms);

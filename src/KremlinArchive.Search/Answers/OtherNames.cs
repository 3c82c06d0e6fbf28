namespace KremlinArchive.Search.Answers;

/// <summary>A name of the thesaurus in a query, with the other names of the same that were looked for, too.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Names">The other names.</param>
public sealed record OtherNames(string Typed, IReadOnlyList<string> Names);

namespace KremlinArchive.Search.Answers;

/// <summary>A value of a facet and how many of the matches have it.</summary>
/// <param name="Value">The key to constrain by.</param>
/// <param name="Label">Its name, in the interface language where the archive knows one.</param>
/// <param name="Count">How many records.</param>
public sealed record FacetValue(string Value, string Label, long Count);

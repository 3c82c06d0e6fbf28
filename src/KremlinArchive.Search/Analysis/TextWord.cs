namespace KremlinArchive.Search.Analysis;

/// <summary>A word where it stands in a text.</summary>
/// <param name="Forms">Its forms.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsJoined">True if at most a hyphen or the like stands between the word before and this one.</param>
internal readonly record struct TextWord(WordForms Forms, int Start, int End, bool IsJoined);

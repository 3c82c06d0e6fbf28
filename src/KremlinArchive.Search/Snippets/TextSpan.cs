namespace KremlinArchive.Search.Snippets;

/// <summary>A part of a text that matched.</summary>
internal readonly record struct TextSpan(int Start, int End);

namespace KremlinArchive.Search.Answers;

/// <summary>A passage that matched, or the part of it around what matched.</summary>
/// <param name="Passage">The passage's number, from 1.</param>
/// <param name="Speaker">Who speaks in the passage; null if nobody does.</param>
/// <param name="Text">The text with exactly what matched marked; <c>…</c> stands where the passage is cut.</param>
public sealed record Snippet(int Passage, string? Speaker, MarkedText Text);

namespace KremlinArchive.Search.Answers;

/// <summary>A part of a passage around what matched.</summary>
/// <param name="Passage">The passage's number, from 1; 0 for the lead, which is not a passage.</param>
/// <param name="Speaker">Who speaks in the passage; null if nobody does.</param>
/// <param name="Text">The part, with exactly what matched marked; <c>…</c> where the passage is cut.</param>
public sealed record Snippet(int Passage, string? Speaker, MarkedText Text);

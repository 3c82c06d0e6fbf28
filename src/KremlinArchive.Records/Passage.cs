namespace KremlinArchive.Records;

/// <summary>One paragraph of a record's text.</summary>
/// <param name="Number">Counts from 1 in the order of the text.</param>
/// <param name="Speaker">In a transcript, who speaks, as the label of the turn prints it without its colon; null for text that nobody speaks.</param>
/// <param name="Text">The paragraph without the label, NFC, on one line.</param>
public sealed record Passage(int Number, string? Speaker, string Text);

namespace KremlinArchive.Search.Comparing;

/// <summary>What became of a piece of text.</summary>
public enum TextChange
{
    /// <summary>It stands in both.</summary>
    Kept,

    /// <summary>It stands in the earlier text alone.</summary>
    Removed,

    /// <summary>It stands in the later text alone.</summary>
    Added,
}

/// <summary>A piece of a compared text.</summary>
public sealed record ChangedPiece(TextChange Change, string Text)
{
    /// <summary>What is kept, as the earlier text writes it, where it has other white space, quotation marks or dashes; null where it has not.</summary>
    public string? Earlier { get; init; }
}

/// <summary>Two texts in one, cut where they differ: without what was added it is the earlier text, without what was removed the later one.</summary>
/// <param name="Pieces">None is empty, and no two of one kind stand side by side; what was removed stands before what was added in its place.</param>
public sealed record ChangedText(IReadOnlyList<ChangedPiece> Pieces)
{
    /// <summary>True if both are the same.</summary>
    public bool IsSame => Pieces.All(piece => piece.Change == TextChange.Kept);

    /// <summary>The earlier text.</summary>
    public string Before => Text(TextChange.Removed);

    /// <summary>The later text.</summary>
    public string After => Text(TextChange.Added);

    /// <summary>The pieces of one side: what is kept, and what this side alone has.</summary>
    /// <param name="own">Removed for the earlier side, added for the later one.</param>
    public IEnumerable<ChangedPiece> Side(TextChange own) => Pieces
        .Where(piece => piece.Change == TextChange.Kept || piece.Change == own)
        .Select(piece => own == TextChange.Removed && piece.Earlier is { } earlier ? piece with { Text = earlier, Earlier = null } : piece);

    /// <summary>A text that is only on one side, or on both.</summary>
    public static ChangedText Whole(TextChange change, string? text) => new(string.IsNullOrEmpty(text) ? [] : [new ChangedPiece(change, text)]);

    /// <summary>Two texts of the same words.</summary>
    public static ChangedText Same(string? before, string? after) => string.IsNullOrEmpty(before) || string.IsNullOrEmpty(after)
        ? Between(before, after)
        : new([new ChangedPiece(TextChange.Kept, after) { Earlier = before == after ? null : before }]);

    /// <summary>Compares two texts word by word.</summary>
    public static ChangedText Between(string? before, string? after) => new(WordComparison.Of(before ?? "", after ?? ""));

    private string Text(TextChange own) => string.Concat(Side(own).Select(piece => piece.Text));
}

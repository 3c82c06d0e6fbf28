using KremlinArchive.Records;

namespace KremlinArchive.Search.Comparing;

/// <summary>What became of a passage.</summary>
public enum PassageChange
{
    /// <summary>It stands in both, but for white space, quotation marks and dashes.</summary>
    Same,

    /// <summary>Its words or its speaker were edited.</summary>
    Changed,

    /// <summary>It stands in the earlier text alone.</summary>
    Removed,

    /// <summary>It stands in the later text alone.</summary>
    Added,

    /// <summary>Here it stood in the earlier text; the later one has it elsewhere.</summary>
    MovedAway,

    /// <summary>Here it stands in the later text; the earlier one had it elsewhere.</summary>
    MovedHere,
}

/// <summary>A line of a comparison: a passage of either text, or one of both.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Before">The passage of the earlier text; null if it is new.</param>
/// <param name="After">The passage of the later text; null if it is gone.</param>
/// <param name="Speaker">Both labels in one.</param>
/// <param name="Text">Both texts in one.</param>
public sealed record ComparedPassage(PassageChange Change, Passage? Before, Passage? After, ChangedText Speaker, ChangedText Text)
{
    /// <summary>True if the earlier text has a passage at this line.</summary>
    public bool StandsBefore => Before is not null && Change != PassageChange.MovedHere;

    /// <summary>True if the later text has a passage at this line.</summary>
    public bool StandsAfter => After is not null && Change != PassageChange.MovedAway;

    internal static ComparedPassage Same(Passage before, Passage after) =>
        new(PassageChange.Same, before, after, ChangedText.Same(before.Speaker, after.Speaker), ChangedText.Same(before.Text, after.Text));

    internal static ComparedPassage Of(PassageChange change, Passage before, Passage after) =>
        new(change, before, after, ChangedText.Between(before.Speaker, after.Speaker), ChangedText.Between(before.Text, after.Text));

    internal static ComparedPassage Removed(Passage passage) => new(
        PassageChange.Removed, passage, null, ChangedText.Whole(TextChange.Removed, passage.Speaker), ChangedText.Whole(TextChange.Removed, passage.Text));

    internal static ComparedPassage Added(Passage passage) => new(
        PassageChange.Added, null, passage, ChangedText.Whole(TextChange.Added, passage.Speaker), ChangedText.Whole(TextChange.Added, passage.Text));
}

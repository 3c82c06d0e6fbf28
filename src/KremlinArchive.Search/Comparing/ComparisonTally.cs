using KremlinArchive.Records;

namespace KremlinArchive.Search.Comparing;

/// <summary>Many comparisons counted by field, the first of them kept.</summary>
/// <param name="most">How many comparisons are kept.</param>
public sealed class ComparisonTally(int most)
{
    /// <summary>How the text of passages is named among the fields.</summary>
    public const string Text = "text";

    private readonly SortedDictionary<string, int> fields = new(StringComparer.Ordinal);
    private readonly List<TalliedComparison> kept = [];

    /// <summary>In how many comparisons each field differs, by its name.</summary>
    public IReadOnlyDictionary<string, int> Fields => fields;

    /// <summary>The first comparisons.</summary>
    public IReadOnlyList<TalliedComparison> Kept => kept;

    /// <summary>Counts what two states of a version's record differ in.</summary>
    public void Count(RecordId id, int version, ArchiveRecord before, ArchiveRecord after)
    {
        var comparison = RecordComparison.Of(before, after);
        foreach (var field in comparison.Fields)
            fields[field.Field.Name()] = fields.GetValueOrDefault(field.Field.Name()) + 1;
        if (comparison.Passages.Any(passage => passage.Change != PassageChange.Same))
            fields[Text] = fields.GetValueOrDefault(Text) + 1;
        if (kept.Count < most)
            kept.Add(new TalliedComparison(id, version, comparison));
    }
}

/// <summary>A comparison that was counted, with what it is of.</summary>
public sealed record TalliedComparison(RecordId Id, int Version, RecordComparison Comparison);

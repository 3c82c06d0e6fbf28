using KremlinArchive.Records;

namespace KremlinArchive.Search.Comparing;

/// <summary>What two states of a record differ in: fields, passages, words.</summary>
/// <param name="Fields">The fields that differ, in their usual order.</param>
/// <param name="Passages">All passages of both texts side by side.</param>
public sealed record RecordComparison(IReadOnlyList<FieldChange> Fields, IReadOnlyList<ComparedPassage> Passages)
{
    private const string BetweenValues = "; ";

    /// <summary>True if nothing differs, white space, quotation marks and dashes aside.</summary>
    public bool IsEmpty => Fields.Count == 0 && Passages.All(passage => passage.Change == PassageChange.Same);

    /// <summary>How many passages met a change; one that moved counts once.</summary>
    public int Count(PassageChange change) => Passages.Count(passage => passage.Change == change);

    /// <summary>Compares an earlier state with a later one.</summary>
    public static RecordComparison Of(ArchiveRecord before, ArchiveRecord after) =>
        new([.. Compare(before, after)], PassageComparison.Of(before.Passages, after.Passages));

    /// <summary>A record that was not there before: all its fields and passages are added.</summary>
    public static RecordComparison OfNew(ArchiveRecord record) => new(
        [
            .. Enum.GetValues<RecordField>().Where(field => !string.IsNullOrEmpty(Text(field, record)))
                .Select(field => new FieldChange(field, ChangedText.Between(null, Text(field, record)))),
        ],
        PassageComparison.Of([], record.Passages));

    private static IEnumerable<FieldChange> Compare(ArchiveRecord before, ArchiveRecord after)
    {
        foreach (var field in Enum.GetValues<RecordField>())
        {
            if (!IsSame(field, before, after))
                yield return new FieldChange(field, ChangedText.Between(Text(field, before), Text(field, after)));
        }
    }

    private static bool IsSame(RecordField field, ArchiveRecord before, ArchiveRecord after) => field switch
    {
        RecordField.Topics => SameKeys(before.Topics, after.Topics),
        RecordField.Persons => SameKeys(before.Persons, after.Persons),
        RecordField.Countries => SameKeys(before.Countries, after.Countries),
        RecordField.Regions => SameKeys(before.Regions, after.Regions),
        _ => CanonicalText.Of(Text(field, before)) == CanonicalText.Of(Text(field, after)),
    };

    private static string? Text(RecordField field, ArchiveRecord record) => field switch
    {
        RecordField.Title => record.Title,
        RecordField.Lead => record.Lead,
        RecordField.Published => record.Published.ToString(),
        RecordField.Place => record.Place,
        RecordField.Kind => record.Kind.Key(),
        RecordField.EventDates => record.EventDates is { } days ? FormattableString.Invariant($"{days.First:yyyy-MM-dd}/{days.Last:yyyy-MM-dd}") : null,
        RecordField.Sections => Joined(record.Sections),
        RecordField.Topics => Joined(record.Topics.Select(tag => tag.Name)),
        RecordField.Persons => Joined(record.Persons.Select(tag => tag.Name)),
        RecordField.Countries => Joined(record.Countries.Select(tag => tag.Name)),
        RecordField.Regions => Joined(record.Regions.Select(tag => tag.Name)),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "There is no such field."),
    };

    private static string Joined(IEnumerable<string> values) => string.Join(BetweenValues, values.Order(StringComparer.Ordinal));

    private static bool SameKeys(IReadOnlyList<Tag> before, IReadOnlyList<Tag> after) =>
        before.Select(tag => tag.Key).ToHashSet(StringComparer.Ordinal).SetEquals(after.Select(tag => tag.Key));
}

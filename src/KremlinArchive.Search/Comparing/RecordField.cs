namespace KremlinArchive.Search.Comparing;

/// <summary>A field of a record that versions may differ in.</summary>
public enum RecordField
{
    Title,
    Lead,
    Published,
    Place,
    Kind,
    EventDates,
    Sections,
    Topics,
    Persons,
    Countries,
    Regions,
}

/// <summary>The names of fields in the API.</summary>
public static class RecordFieldNames
{
    /// <summary>As the record's own JSON names it: <c>title</c>, <c>published_at</c>.</summary>
    public static string Name(this RecordField field) => field switch
    {
        RecordField.Published => "published_at",
        RecordField.EventDates => "event_dates",
        _ => field.ToString().ToLowerInvariant(),
    };
}

/// <summary>A field that two versions differ in.</summary>
/// <param name="Field">Which one.</param>
/// <param name="Text">Both values in one; empty on a side without the field. Tags and sections stand side by side, in the order of their names.</param>
public sealed record FieldChange(RecordField Field, ChangedText Text);

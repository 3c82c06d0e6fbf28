using KremlinArchive.Search.Comparing;

namespace KremlinArchive.Cli.Output;

/// <summary>A field, or a passage of the text, before and after.</summary>
internal sealed record FieldBody(string Field, string Before, string After)
{
    /// <summary>All that differs.</summary>
    /// <param name="mostPassages">At most so many passages.</param>
    public static IReadOnlyList<FieldBody> Of(RecordComparison compared, int mostPassages) =>
    [
        .. compared.Fields.Select(field => new FieldBody(field.Field.Name(), field.Text.Before, field.Text.After)),
        .. compared.Passages.Where(passage => passage.Change != PassageChange.Same).Take(mostPassages)
            .Select(passage => new FieldBody(ComparisonTally.Text, passage.Text.Before, passage.Text.After)),
    ];
}

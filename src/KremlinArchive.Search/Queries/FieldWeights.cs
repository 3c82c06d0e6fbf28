using KremlinArchive.Search.Indexing;

namespace KremlinArchive.Search.Queries;

/// <summary>How much a word counts in each field.</summary>
internal static class FieldWeights
{
    /// <summary>A word as it was typed counts so much more than another form of it.</summary>
    public const float Surface = 0.5f;

    public static IReadOnlyList<(string Field, float Weight)> All { get; } =
    [
        (FieldNames.Title, 5f),
        (FieldNames.Lead, 2.5f),
        (FieldNames.Text, 1f),
        (FieldNames.Tags, 1.5f),
        (FieldNames.Place, 1.5f),
        (FieldNames.Speaker, 1f),
    ];
}

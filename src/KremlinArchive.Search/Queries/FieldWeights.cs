using KremlinArchive.Search.Indexing;

namespace KremlinArchive.Search.Queries;

/// <summary>How much a word counts in each field.</summary>
internal static class FieldWeights
{
    /// <summary>A word as it was typed counts so much more than another form of it.</summary>
    public const float Surface = 0.5f;

    public static IReadOnlyList<(string Field, float Weight)> All { get; } =
    [
        (Fields.Title, 5f),
        (Fields.Lead, 2.5f),
        (Fields.Text, 1f),
        (Fields.Tags, 1.5f),
        (Fields.Place, 1.5f),
        (Fields.Speaker, 1f),
    ];
}

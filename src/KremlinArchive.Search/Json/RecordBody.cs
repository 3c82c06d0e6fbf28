namespace KremlinArchive.Search.Json;

/// <summary>A record as programs receive it.</summary>
public sealed record RecordBody(
    string Id,
    string Url,
    string Language,
    string Collection,
    int Number,
    string Title,
    string? Lead,
    string PublishedAt,
    string? Place,
    string Kind,
    IReadOnlyList<string> Sections,
    IReadOnlyList<TagBody> Topics,
    IReadOnlyList<TagBody> Persons,
    IReadOnlyList<TagBody> Countries,
    IReadOnlyList<TagBody> Regions,
    IReadOnlyList<string>? EventDates,
    string? UpdatedAt,
    string? Translation,
    IReadOnlyList<PassageBody> Passages,
    int Version,
    int Versions,
    DateTimeOffset? CapturedAt,
    DateTimeOffset ImportedAt,
    string Sha256);

/// <summary>A tag of a record.</summary>
public sealed record TagBody(string Key, string Name);

/// <summary>A passage of a record.</summary>
public sealed record PassageBody(int N, string? Speaker, string Text);

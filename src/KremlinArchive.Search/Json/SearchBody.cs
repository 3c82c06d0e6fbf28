namespace KremlinArchive.Search.Json;

/// <summary>A search answer as programs receive it.</summary>
public sealed record SearchBody(
    long Total,
    double TookMs,
    int Page,
    int Size,
    IReadOnlyList<WarningBody> Warnings,
    RescueBody? Rescue,
    IReadOnlyList<HitBody> Hits,
    FacetsBody Facets,
    IReadOnlyList<OtherNamesBody> OtherNames,
    bool Partial);

/// <summary>A warning of a search answer.</summary>
public sealed record WarningBody(string Code, string Text);

/// <summary>Another reading of a query that found nothing.</summary>
public sealed record RescueBody(string Kind, string Query, long Total, bool Shown);

/// <summary>Other names of what a query names, which were looked for, too.</summary>
public sealed record OtherNamesBody(string Typed, IReadOnlyList<string> Names);

/// <summary>A hit of a search answer.</summary>
public sealed record HitBody(
    string Id,
    string Url,
    string Title,
    string? Lead,
    string PublishedAt,
    string? Place,
    string Kind,
    string Language,
    string? Translation,
    double Score,
    IReadOnlyList<SnippetBody> Snippets,
    int Versions,
    DateTimeOffset? ChangedAt,
    int? Version);

/// <summary>A snippet of a hit.</summary>
public sealed record SnippetBody(int Passage, string? Speaker, string Html);

/// <summary>The facets of a search answer.</summary>
public sealed record FacetsBody(
    IReadOnlyList<FacetValueBody> Year,
    IReadOnlyList<FacetValueBody> Kind,
    IReadOnlyList<FacetValueBody> Place,
    IReadOnlyList<FacetValueBody> Person,
    IReadOnlyList<FacetValueBody> Country,
    IReadOnlyList<FacetValueBody> Topic,
    IReadOnlyList<FacetValueBody> Language);

/// <summary>A value of a facet.</summary>
public sealed record FacetValueBody(string Value, string Label, long Count);

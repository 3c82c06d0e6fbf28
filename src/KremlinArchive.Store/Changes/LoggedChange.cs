using KremlinArchive.Records;

namespace KremlinArchive.Store.Changes;

/// <summary>An entry of the change log as readers see it.</summary>
public sealed record LoggedChange
{
    /// <summary>1, 2, 3 … in the order in which changes became visible.</summary>
    public required long Number { get; init; }

    public required RecordId Id { get; init; }

    /// <summary>The record's title today; null if readers may not see the record.</summary>
    public required string? Title { get; init; }

    public required ChangeKind Kind { get; init; }

    /// <summary>When the archive took note.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The version that it is about.</summary>
    public required int Version { get; init; }

    /// <summary>The version that was current when this one came; null for the first of a record.</summary>
    public required int? Current { get; init; }

    /// <summary>When the version was first seen on the site; null where no capture proves it.</summary>
    public required DateTimeOffset? SeenFirst { get; init; }

    /// <summary>True if readers may not see the versions that show the edit.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>The two versions that show the edit, the older one first; null where the change is no edit, and where readers may not see both.</summary>
    public VersionRange? Compared => (Kind, Current) switch
    {
        _ when IsWithheld => null,
        (ChangeKind.Revised, { } current) => new VersionRange(current, Version),
        (ChangeKind.OlderFound, { } current) => new VersionRange(Version, current),
        _ => null,
    };
}

/// <summary>Which changes are asked for.</summary>
public sealed record ChangeSelection
{
    /// <summary>The kinds that are edits of what the site shows.</summary>
    public static IReadOnlyList<ChangeKind> Edits { get; } = [ChangeKind.Revised, ChangeKind.OlderFound];

    /// <summary>Only these kinds; all if it is empty.</summary>
    public IReadOnlyList<ChangeKind> Kinds { get; init; } = [];

    /// <summary>Only records in this language; null for both.</summary>
    public Language? Language { get; init; }
}

using KremlinArchive.Records;

namespace KremlinArchive.Store.Reading;

/// <summary>What the archive knows of one version besides its content: times are those of an observer, who cannot know what happened between two looks.</summary>
public sealed record VersionEntry
{
    /// <summary>Counts from 1 in the order of arrival.</summary>
    public required int Number { get; init; }

    /// <summary>True for the version that the record stands in.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>The richest form that it was seen in.</summary>
    public required CaptureForm Form { get; init; }

    /// <summary>The earliest time at which it is known to have stood on the site; null where no capture proves one.</summary>
    public required DateTimeOffset? SeenFirst { get; init; }

    /// <summary>The latest such time.</summary>
    public required DateTimeOffset? SeenLast { get; init; }

    /// <summary>The first time after <see cref="SeenLast"/> at which another version was seen in its place; null where none is known.</summary>
    public DateTimeOffset? NotSeenOn { get; init; }

    /// <summary>When it came into the archive.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>When the site served the capture behind it; null where that is not known.</summary>
    public required DateTimeOffset? CapturedAt { get; init; }

    /// <summary>SHA-256 of the capture behind it.</summary>
    public required string Sha256 { get; init; }

    /// <summary>True if readers may not see its content.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>The versions in the order in which the site showed them, as far as that is known; the current one is the last.</summary>
    internal static IReadOnlyList<VersionEntry> InOrder(IReadOnlyCollection<VersionEntry> versions) =>
    [
        .. versions
            .OrderBy(version => version.IsCurrent).ThenBy(version => version.SeenFirst ?? version.ImportedAt).ThenBy(version => version.Number)
            .Select(version => version with { NotSeenOn = FirstWithout(version, versions) }),
    ];

    private static DateTimeOffset? FirstWithout(VersionEntry version, IReadOnlyCollection<VersionEntry> all) => version.SeenLast is { } last
        ? all.Where(other => other.Number != version.Number)
            .SelectMany(other => new[] { other.SeenFirst, other.SeenLast }).Where(seen => seen > last).Min()
        : null;
}

using KremlinArchive.Records;

namespace KremlinArchive.Store.Absences;

/// <summary>A time in which a record was not seen on the site: an observation of this archive, no word on why.</summary>
public sealed record Absence
{
    /// <summary>Its place in the list: newer ones have larger keys.</summary>
    public required long Key { get; init; }

    public required RecordId Record { get; init; }

    /// <summary>The record's title in its current version.</summary>
    public required string Title { get; init; }

    /// <summary>When it was first not seen.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>When it was last not seen; between the two it was never seen.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>When a capture last showed it before; null where no capture has a time.</summary>
    public required DateTimeOffset? SeenBefore { get; init; }

    /// <summary>When it was seen again; null while it was not.</summary>
    public required DateTimeOffset? SeenAgainAt { get; init; }

    /// <summary>The addresses under which it was last asked for, each answered with 404 or 410.</summary>
    public required IReadOnlyList<string> Asked { get; init; }

    /// <summary>SHA-256 of the first such answer.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The status of that answer.</summary>
    public required int Status { get; init; }
}

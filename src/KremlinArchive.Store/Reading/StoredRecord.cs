using KremlinArchive.Records;

namespace KremlinArchive.Store.Reading;

/// <summary>A record in its current version, with what the archive knows of it.</summary>
public sealed record StoredRecord
{
    public required ArchiveRecord Record { get; init; }

    /// <summary>The number of the version that is current, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>How many versions there are.</summary>
    public required int Versions { get; init; }

    /// <summary>When the site served the capture behind the version; null where that is not known.</summary>
    public required DateTimeOffset? CapturedAt { get; init; }

    /// <summary>When the version came into the archive.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>The earliest time at which the version is known to have stood on the site; null where no capture proves one.</summary>
    public DateTimeOffset? SeenFirst { get; init; }

    /// <summary>When the text was first seen, or came into the archive, if another one stood before it; null if none did.</summary>
    public DateTimeOffset? ChangedAt => Versions > 1 ? SeenFirst ?? ImportedAt : null;

    /// <summary>SHA-256 of the capture behind the version.</summary>
    public required string Sha256 { get; init; }

    /// <summary>True if the archive holds the record of the same number in the other language.</summary>
    public required bool HasTranslation { get; init; }
}

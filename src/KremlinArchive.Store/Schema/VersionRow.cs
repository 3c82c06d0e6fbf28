using KremlinArchive.Records;

namespace KremlinArchive.Store.Schema;

/// <summary>One state of a record's content.</summary>
internal sealed class VersionRow
{
    public required long Id { get; init; }

    public required long RecordId { get; init; }

    /// <summary>Counts from 1 in the order of arrival.</summary>
    public required int Number { get; init; }

    /// <summary>The form of the richest capture that the content was read from.</summary>
    public required CaptureForm Form { get; set; }

    /// <summary>The content as <see cref="PackedRecord"/> keeps it.</summary>
    public required byte[] Content { get; set; }

    /// <summary>SHA-256 of the content before it was packed.</summary>
    public required string ContentHash { get; set; }

    /// <summary>The capture that the content was read from.</summary>
    public required long CaptureId { get; set; }

    /// <summary>That capture's SHA-256.</summary>
    public required string CaptureSha256 { get; set; }

    /// <summary>When the site served that capture; null where nothing proves it.</summary>
    public required DateTimeOffset? CapturedAt { get; set; }

    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>The earliest time at which the version is known to have stood on the site; null where no capture proves one.</summary>
    public required DateTimeOffset? SeenFirst { get; set; }

    /// <summary>The latest such time.</summary>
    public required DateTimeOffset? SeenLast { get; set; }

    /// <summary>True if readers may not see it, since every capture that showed it was withheld.</summary>
    public bool IsWithheld { get; set; }
}

namespace KremlinArchive.Store.Schema;

/// <summary>A capture that shows a version.</summary>
internal sealed class SightingRow
{
    public required long VersionId { get; init; }

    public required long CaptureId { get; init; }
}

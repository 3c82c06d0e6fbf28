using KremlinArchive.Records;

namespace KremlinArchive.Store.Schema;

/// <summary>A page as it came, once for each source and time.</summary>
internal sealed class CaptureRow
{
    public required long Id { get; init; }

    public required string Sha256 { get; init; }

    public required string Source { get; init; }

    /// <summary>The address that the capture says it is of; null where it is of none or of many.</summary>
    public required string? Address { get; init; }

    /// <summary>Null for a capture whose form was not recognized.</summary>
    public required CaptureForm? Form { get; init; }

    public required DateTimeOffset? CapturedAt { get; init; }

    public required DateTimeOffset ArrivedAt { get; init; }

    public required long RunId { get; init; }
}

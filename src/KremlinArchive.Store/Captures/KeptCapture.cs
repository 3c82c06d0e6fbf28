using KremlinArchive.Store.Schema;

namespace KremlinArchive.Store.Captures;

/// <summary>A capture as the archive keeps it.</summary>
/// <param name="Capture">The capture with its bytes.</param>
/// <param name="Address">The address that it says it is of; null where it is of none or of many.</param>
/// <param name="ArrivedAt">When it came into the archive.</param>
public sealed record KeptCapture(Capture Capture, string? Address, DateTimeOffset ArrivedAt)
{
    internal static Capture Whole(CaptureRow row, ContentRow content) => new()
    {
        Source = row.Source,
        Bytes = PackedBytes.Unpack(content.Packed, content.KeptLength),
        Length = content.Length,
        Sha256 = content.Sha256,
        CapturedAt = row.CapturedAt,
        Way = row.Way,
        Exchange = row.Exchange,
    };
}

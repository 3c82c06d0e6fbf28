using KremlinArchive.Records;

namespace KremlinArchive.Store.Captures;

/// <summary>Which captures are meant: those that show records of a language, of a time or of a list. Invented records are never meant, nor what is withheld.</summary>
public sealed record CaptureSelection
{
    /// <summary>Only records of this language; null for both.</summary>
    public Language? Language { get; init; }

    /// <summary>Only records published on this Moscow day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Only records published on this Moscow day or earlier.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only these records; empty for all.</summary>
    public IReadOnlyList<RecordId> Records { get; init; } = [];
}

/// <summary>What a selection holds.</summary>
/// <param name="Captures">How many captures.</param>
/// <param name="Bytes">How many bytes they have.</param>
/// <param name="LastArrival">When the last of them came into the archive; null if there is none.</param>
public sealed record CaptureMeasure(long Captures, long Bytes, DateTimeOffset? LastArrival);

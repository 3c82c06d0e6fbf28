namespace KremlinArchive.Search.Json;

/// <summary>Captures of a record as programs receive them, in the order of arrival.</summary>
/// <param name="Total">How many there are, on all pages.</param>
public sealed record CapturesBody(string Id, long Total, IReadOnlyList<CaptureBody> Captures);

/// <summary>What is known of a capture: a page as it came.</summary>
/// <param name="Form">page, print, copy, feed or text; null where that was not recognized.</param>
/// <param name="Way">How it came into the archive: file, upload, fetch or warc.</param>
/// <param name="Source">An address, or the name of a file.</param>
/// <param name="Version">The version of the record that it shows.</param>
/// <param name="Withheld">True if its source is not to be had.</param>
public sealed record CaptureBody(
    long Number,
    string Sha256,
    string? Form,
    string Way,
    string Source,
    string? AskedUrl,
    string? FinalUrl,
    int? Status,
    DateTimeOffset? CapturedAt,
    DateTimeOffset ArrivedAt,
    long Length,
    int? Version,
    bool Withheld);

/// <summary>One capture and the records that it shows.</summary>
public sealed record CaptureShowingBody(CaptureBody Capture, IReadOnlyList<ShownRecordBody> Records);

/// <summary>A record that a capture shows.</summary>
public sealed record ShownRecordBody(string Id, string Title, int Version);

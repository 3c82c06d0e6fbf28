using KremlinArchive.Records;

namespace KremlinArchive.Store.Captures;

/// <summary>What is known of a capture besides its bytes.</summary>
public sealed record CaptureEntry
{
    /// <summary>Its number: captures that came later have larger ones.</summary>
    public required long Number { get; init; }

    /// <summary>SHA-256 of all bytes that came, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its form; null where that was not recognized.</summary>
    public required CaptureForm? Form { get; init; }

    public required CaptureWay Way { get; init; }

    /// <summary>Where it is from, as the machine that took it in names it: for admins.</summary>
    public required string Source { get; init; }

    /// <summary>The address that was asked for; null where no server was.</summary>
    public required string? AskedAddress { get; init; }

    /// <summary>The address that answered.</summary>
    public required string? FinalAddress { get; init; }

    /// <summary>The status of the answer.</summary>
    public required int? Status { get; init; }

    /// <summary>When the site served it; null where nothing proves it.</summary>
    public required DateTimeOffset? CapturedAt { get; init; }

    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>How many bytes came.</summary>
    public required long Length { get; init; }

    /// <summary>How many of them, from the first on, are kept.</summary>
    public required long KeptLength { get; init; }

    /// <summary>The version that it shows of the record that is asked about; null where none is.</summary>
    public int? Version { get; init; }

    /// <summary>True if it is withheld, itself or another one of the same bytes.</summary>
    public required bool IsWithheld { get; init; }

    /// <summary>True if readers may not have its bytes: it is withheld, or shows something that is.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>Where it is from, without the folders of the machine that took it in: an address, or the name of a file.</summary>
    public string PublicSource => Uri.TryCreate(Source, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        ? Source
        : Source[(Source.LastIndexOfAny(['/', '\\', '!']) + 1)..];
}

/// <summary>Captures of a record, in the order of arrival.</summary>
/// <param name="Record">The record.</param>
/// <param name="Total">How many it has.</param>
/// <param name="Captures">Those of the page.</param>
public sealed record RecordCaptures(RecordId Record, long Total, IReadOnlyList<CaptureEntry> Captures);

/// <summary>A capture and all that it shows.</summary>
/// <param name="Entry">What is known of it.</param>
/// <param name="Shows">The records that it shows, and in which version; of a feed there are many.</param>
public sealed record CaptureShowing(CaptureEntry Entry, IReadOnlyList<ShownRecord> Shows);

/// <summary>A record that a capture shows.</summary>
public sealed record ShownRecord(RecordId Id, string Title, int Version);

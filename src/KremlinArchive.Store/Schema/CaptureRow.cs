using KremlinArchive.Records;
using KremlinArchive.Store.Captures;

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

    public required CaptureWay Way { get; init; }

    /// <summary>The address that was asked for; null where no server was, as for a file.</summary>
    public required string? AskedAddress { get; init; }

    /// <summary>The address that answered, where it is another one.</summary>
    public required string? FinalAddress { get; init; }

    /// <summary>The status of the answer; null where no server was asked.</summary>
    public required int? Status { get; init; }

    /// <summary>The answer's headers as <see cref="PackedHeaders"/> writes them; null where there are none.</summary>
    public required string? Headers { get; init; }

    public required DateTimeOffset ArrivedAt { get; init; }

    public required long RunId { get; init; }

    /// <summary>True if readers may not see it.</summary>
    public bool IsWithheld { get; set; }

    /// <summary>How the server answered; null where none was asked.</summary>
    public HttpExchange? Exchange => AskedAddress is null || Status is not { } status ? null : new HttpExchange(AskedAddress, FinalAddress ?? AskedAddress, status, PackedHeaders.Unpack(Headers));
}

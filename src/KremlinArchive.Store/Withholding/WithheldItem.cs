using KremlinArchive.Records;

namespace KremlinArchive.Store.Withholding;

/// <summary>Something that is withheld, as admins see it.</summary>
public sealed record WithheldItem
{
    /// <summary>Its place in the list: what was withheld later has a larger key.</summary>
    public required long Key { get; init; }

    /// <summary>The number of the capture that is withheld, with all captures of the same bytes; null where it is a record.</summary>
    public required long? Capture { get; init; }

    /// <summary>The record that is withheld, or the records that the capture shows; at most <see cref="WithholdingDesk.MostNamed"/>.</summary>
    public required IReadOnlyList<WithheldRecord> Records { get; init; }

    /// <summary>Why, as readers are told.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The name of the account that did it; null for the command line.</summary>
    public required string? By { get; init; }
}

/// <summary>A record that something withheld is about.</summary>
public sealed record WithheldRecord(RecordId Id, string Title);

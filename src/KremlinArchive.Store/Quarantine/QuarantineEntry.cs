using KremlinArchive.Store.Captures;

namespace KremlinArchive.Store.Quarantine;

/// <summary>A capture that should have been a document and could not be read, without its bytes.</summary>
public sealed record QuarantineEntry
{
    public required long Id { get; init; }

    /// <summary>The capture's source.</summary>
    public required string Source { get; init; }

    /// <summary>Why it could not be read the last time, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>When it came here first.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>When it was tried last.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>When a later reading of the same bytes made sense of them, or an admin dismissed them; null while it waits.</summary>
    public required DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>The run that did; null while it waits, and if it was dismissed.</summary>
    public required long? ResolvedByRun { get; init; }

    /// <summary>Why an admin dismissed it; null if none did.</summary>
    public required string? Dismissal { get; init; }

    /// <summary>The name of the account that did; null for the command line.</summary>
    public required string? DismissedBy { get; init; }

    /// <summary>When the site served the page; null where nothing proves it.</summary>
    public required DateTimeOffset? CapturedAt { get; init; }

    /// <summary>How the capture came into the archive.</summary>
    public required CaptureWay Way { get; init; }

    /// <summary>The run that the capture came with.</summary>
    public required long Run { get; init; }

    /// <summary>SHA-256 of all bytes that came, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many bytes came.</summary>
    public required long Length { get; init; }

    /// <summary>How many of them, from the first on, are kept.</summary>
    public required long KeptLength { get; init; }

    public bool IsWaiting => ResolvedAt is null;

    /// <summary>True if there is something to read again: bytes, and all that came. Of a capture over <see cref="Capture.LargestWhole"/> only the beginning is kept.</summary>
    public bool CanBeRetried => KeptLength > 0 && KeptLength == Length;

    /// <summary>Its place in the list of its state.</summary>
    public QuarantineKey Key => new(ResolvedAt ?? LastAt, Id);
}

/// <summary>What became of an entry.</summary>
public enum QuarantineState
{
    /// <summary>Nobody has made sense of it yet.</summary>
    Waiting,

    /// <summary>A later reading made sense of the bytes.</summary>
    Resolved,

    /// <summary>An admin has said that there is nothing in it.</summary>
    Dismissed,
}

/// <summary>A place in a list of quarantine, which goes from the newest to the oldest.</summary>
/// <param name="At">When the entry was tried last or, if it waits no longer, since when.</param>
/// <param name="Id">Tells entries of one instant apart.</param>
public readonly record struct QuarantineKey(DateTimeOffset At, long Id);

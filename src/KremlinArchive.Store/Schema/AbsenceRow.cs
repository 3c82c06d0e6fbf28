namespace KremlinArchive.Store.Schema;

/// <summary>A time in which a record that the archive holds was not seen on the site.</summary>
internal sealed class AbsenceRow
{
    public long Id { get; init; }

    public required long RecordId { get; init; }

    /// <summary>The first answer that there is no such page.</summary>
    public required long CaptureId { get; init; }

    /// <summary>When that answer came.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>The last time that it was not seen.</summary>
    public required DateTimeOffset LastAt { get; set; }

    /// <summary>The addresses under which it was last asked for, a line each.</summary>
    public required string Asked { get; set; }

    /// <summary>When the page was seen again; null while it was not.</summary>
    public DateTimeOffset? SeenAgainAt { get; set; }

    /// <summary>The capture that shows it again.</summary>
    public long? SeenAgainCaptureId { get; set; }
}

using KremlinArchive.Records;

namespace KremlinArchive.Store.Schema;

/// <summary>A record: its identity, where its versions stand, and what lists show of it.</summary>
internal sealed class RecordRow
{
    public required long Id { get; init; }

    public required Language Language { get; init; }

    public required Collection Collection { get; init; }

    public required int Number { get; init; }

    public required string Title { get; set; }

    /// <summary>The publication as <see cref="PrintedTime.ToString"/> writes it.</summary>
    public required string Published { get; set; }

    /// <summary>The publication to sort by.</summary>
    public required DateTimeOffset PublishedSort { get; set; }

    /// <summary>The page's own last edit by the newest sighting, as <see cref="PrintedTime.ToString"/> writes it.</summary>
    public required string? Updated { get; set; }

    public required int CurrentVersion { get; set; }

    public required int Versions { get; set; }

    /// <summary>When the page was last seen or asked for; null if only a feed or a file of unknown time has shown it.</summary>
    public DateTimeOffset? LookedAt { get; set; }

    /// <summary>True if readers may not see it.</summary>
    public bool IsWithheld { get; set; }

    public RecordId Identity => new(Language, Collection, Number);

    /// <summary>Takes over what lists show from a version that has become current.</summary>
    public void Show(ArchiveRecord record)
    {
        Title = record.Title;
        Published = record.Published.ToString();
        PublishedSort = record.Published.SortInstant;
        Observe(record.Updated);
    }

    /// <summary>Takes note of a page's word on its last edit; an earlier word than the one known is nothing new.</summary>
    public void Observe(PrintedTime? updated)
    {
        if (updated is { } said && (PrintedTime.Parse(Updated) is not { } known || said.CompareTo(known) > 0))
            Updated = said.ToString();
    }
}

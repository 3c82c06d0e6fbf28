namespace KremlinArchive.Records;

/// <summary>One published item in one language: everything a page says about itself. Texts are NFC with plain spaces.</summary>
public sealed record ArchiveRecord
{
    public required RecordId Id { get; init; }

    /// <summary>The item's address on the site, in its long form without a suffix: <c>http://kremlin.ru/events/president/news/67315</c>.</summary>
    public required string Address { get; init; }

    public required string Title { get; init; }

    /// <summary>The lead under the title; null where the page has none.</summary>
    public string? Lead { get; init; }

    /// <summary>The publication, Moscow time. An announcement's event is <see cref="EventDates"/>.</summary>
    public required PrintedTime Published { get; init; }

    /// <summary>Where the event was, as printed: <c>Москва, Кремль</c>; null where the page prints none.</summary>
    public string? Place { get; init; }

    public required Kind Kind { get; init; }

    /// <summary>Paths of the sections that the item is published in: <c>/events/president/news</c>.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    public IReadOnlyList<Tag> Topics { get; init; } = [];

    public IReadOnlyList<Tag> Persons { get; init; } = [];

    public IReadOnlyList<Tag> Countries { get; init; } = [];

    public IReadOnlyList<Tag> Regions { get; init; } = [];

    /// <summary>The days of an announced event; null for everything but announcements.</summary>
    public DaySpan? EventDates { get; init; }

    /// <summary>The page's own word on when it was last edited; null where it says none.</summary>
    public PrintedTime? Updated { get; init; }

    /// <summary>The text, in order; empty for an item of a title and pictures only.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>What the page links beside its text.</summary>
    public IReadOnlyList<RelatedLink> Related { get; init; } = [];
}

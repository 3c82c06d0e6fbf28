using KremlinArchive.Records;

namespace KremlinArchive.Import.Fetching.Plans;

/// <summary>What a feed or a list leads to.</summary>
/// <param name="Items">Its documents in their order, the newest first.</param>
/// <param name="Next">The page with older ones; null at the end.</param>
internal sealed record Outline(IReadOnlyList<OutlineItem> Items, string? Next)
{
    /// <summary>True if what follows is all older than a day: the order is by publication.</summary>
    public bool IsPast(DateOnly? from) => Items.LastOrDefault(item => item.Day is not null)?.Day < from;
}

/// <summary>A document that a feed or a list names.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Day">The Moscow day of its publication; null where it cannot be read.</param>
/// <param name="Updated">Its last edit, to the minute; null where that is not told.</param>
internal sealed record OutlineItem(string Address, DateOnly? Day, PrintedTime? Updated)
{
    public RecordId? Record => SiteAddress.Parse(Address)?.Record;

    /// <summary>True if it may be of these days; one whose day cannot be read may be of any.</summary>
    public bool IsWithin(DateOnly? from, DateOnly? to) => Day is not { } day || ((from is null || day >= from) && (to is null || day <= to));
}

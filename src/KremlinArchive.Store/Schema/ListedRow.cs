using KremlinArchive.Records;
using KremlinArchive.Store.Listings;

namespace KremlinArchive.Store.Schema;

/// <summary>A document that a feed or a list of the site names, whether the archive holds it or not.</summary>
internal sealed class ListedRow
{
    public required Language Language { get; init; }

    public required Collection Collection { get; init; }

    public required int Number { get; init; }

    /// <summary>The Moscow day under which it is listed; null where the list gives none.</summary>
    public required DateOnly? Day { get; set; }

    public required string Address { get; set; }

    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>When a feed or list named it last.</summary>
    public required DateTimeOffset LastAt { get; set; }

    /// <summary>When its page was last asked for in vain; null if it was not.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>What the site answered then.</summary>
    public ListedAnswer? Answer { get; set; }

    public RecordId Record => new(Language, Collection, Number);
}

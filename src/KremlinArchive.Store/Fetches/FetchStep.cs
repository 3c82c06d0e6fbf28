using KremlinArchive.Records;
using KremlinArchive.Store.Listings;

namespace KremlinArchive.Store.Fetches;

/// <summary>One thing that a plan is to ask for.</summary>
/// <param name="Position">Its place in the plan, from 1; steps are taken in this order.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Address">The address; of a range of numbers <c>ru/events/67300..67400</c>.</param>
public sealed record FetchStep(int Position, FetchStepKind Kind, string Address);

/// <summary>What a step asks for. The numbers are stored.</summary>
public enum FetchStepKind
{
    /// <summary>One page.</summary>
    Page = 0,

    /// <summary>A page of a feed: it leads to the pages behind its entries and to the next page of the feed.</summary>
    Feed = 1,

    /// <summary>A page of a list, likewise.</summary>
    List = 2,

    /// <summary>Numbers of a collection, of which each becomes a page in its turn.</summary>
    Range = 3,
}

/// <summary>A step that was taken: it is not taken again.</summary>
/// <param name="Position">The step's place in the plan.</param>
/// <param name="At">When it was.</param>
/// <param name="Record">The record that was asked for; null where the step is none's.</param>
/// <param name="InVain">Why it was asked for in vain; null where a page came, which may still turn out not to be readable.</param>
public sealed record SettledStep(int Position, DateTimeOffset At, RecordId? Record = null, ListedAnswer? InVain = null);

/// <summary>How far a plan has come with a page. It is stored with the page or not at all.</summary>
/// <param name="Plan">The plan's number.</param>
/// <param name="Settled">Steps that were taken.</param>
/// <param name="Found">Steps that they led to.</param>
public sealed record FetchProgress(long Plan, IReadOnlyList<SettledStep> Settled, IReadOnlyList<FetchStep> Found)
{
    /// <summary>Documents that the page, a feed or a list, names, wanted or not.</summary>
    public IReadOnlyList<ListedDocument> Listed { get; init; } = [];
}

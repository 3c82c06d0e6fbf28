using KremlinArchive.Store.Listings;

namespace KremlinArchive.Web.Admin.Coverage;

/// <summary>How a day of the calendar looks at a glance.</summary>
internal enum DayState
{
    /// <summary>Nothing is known of it.</summary>
    Unknown,

    /// <summary>All that is known is held.</summary>
    Whole,

    /// <summary>Something is known that is not held and can be asked for.</summary>
    Gaps,

    /// <summary>What is not held, the site has no page of, or none that can be read.</summary>
    Closed,
}

/// <summary>States as pages name them.</summary>
internal static class DayStates
{
    public static DayState Of(CoverageCount coverage) => coverage switch
    {
        { Known: 0 } => DayState.Unknown,
        { Gaps: 0 } => DayState.Whole,
        { Askable: > 0 } => DayState.Gaps,
        _ => DayState.Closed,
    };

    /// <summary><c>whole</c>, <c>gaps</c>.</summary>
    public static string Key(this DayState state) => state.ToString().ToLowerInvariant();
}

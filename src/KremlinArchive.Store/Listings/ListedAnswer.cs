namespace KremlinArchive.Store.Listings;

/// <summary>Why a listed document was asked for in vain. The numbers are stored.</summary>
public enum ListedAnswer
{
    /// <summary>The site refused, or did not answer.</summary>
    Refused = 0,

    /// <summary>The site has no such page.</summary>
    Absent = 1,

    /// <summary>The page came and could not be read.</summary>
    Unreadable = 2,
}

namespace KremlinArchive.Store.Changes;

/// <summary>What a change did to a record. The numbers are part of the hash chain.</summary>
public enum ChangeKind
{
    /// <summary>The record came into the archive.</summary>
    Added = 1,

    /// <summary>A new version became current.</summary>
    Revised = 2,

    /// <summary>The current version gained fields from a richer form of the same text.</summary>
    Enriched = 3,

    /// <summary>An older state was found; the current version stays.</summary>
    OlderFound = 4,

    /// <summary>An admin withheld the record, or the version with its captures.</summary>
    Withheld = 5,

    /// <summary>What was withheld is shown again.</summary>
    Released = 6,
}

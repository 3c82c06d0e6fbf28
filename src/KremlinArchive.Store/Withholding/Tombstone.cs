namespace KremlinArchive.Store.Withholding;

/// <summary>What stays in the place of something that readers may not see.</summary>
/// <param name="Reason">Why, as the admin who withheld it told the readers.</param>
/// <param name="WithheldAt">Since when.</param>
public sealed record Tombstone(string Reason, DateTimeOffset WithheldAt);

/// <summary>What a reader gets who asks for something: it, its tombstone if it is withheld, or neither if the archive does not hold it.</summary>
public sealed record Sought<T>(T? Found, Tombstone? Tombstone = null)
    where T : class;

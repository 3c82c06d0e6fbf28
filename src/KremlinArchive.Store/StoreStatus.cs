namespace KremlinArchive.Store;

/// <summary>Where the archive stands.</summary>
/// <param name="Records">How many records there are.</param>
/// <param name="Change">The number of the newest change; 0 in an empty archive.</param>
/// <param name="Head">That change's hash, which proves the whole log; null in an empty archive.</param>
public sealed record StoreStatus(long Records, long Change, string? Head);

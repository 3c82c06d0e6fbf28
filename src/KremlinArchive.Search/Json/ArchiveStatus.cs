namespace KremlinArchive.Search.Json;

/// <summary>How the archive stands, as the status address and the status command tell it.</summary>
/// <param name="Records">How many records the store holds.</param>
/// <param name="Change">The number of the newest change.</param>
/// <param name="IndexedChange">The number of the last change that searches see.</param>
/// <param name="IndexLag">How many changes searches are behind the store.</param>
/// <param name="Version">The application's version.</param>
public sealed record ArchiveStatus(long Records, long Change, long IndexedChange, long IndexLag, string Version);

namespace KremlinArchive.Search.Json;

/// <summary>The archive's status as programs receive it.</summary>
public sealed record StatusBody(long Records, long Change, long IndexedChange, long IndexLag, string Version);

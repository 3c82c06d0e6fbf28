namespace KremlinArchive.Search;

/// <summary>The index could not be written or, without its lock, read. What was committed before still answers; the next attempt starts from there.</summary>
public sealed class IndexWriteException(string message, Exception cause) : Exception(message, cause);

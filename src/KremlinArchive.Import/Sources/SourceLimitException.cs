namespace KremlinArchive.Import.Sources;

/// <summary>An archive unpacks to more than it may. Caught where the archive is walked.</summary>
internal sealed class SourceLimitException(string message) : Exception(message);

namespace KremlinArchive.Import.Sources;

/// <summary>A source cannot go on, for a reason that people can do something about. What it has given is stored all the same.</summary>
internal sealed class SourceStoppedException(string message) : Exception(message);

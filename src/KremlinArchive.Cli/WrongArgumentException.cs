namespace KremlinArchive.Cli;

/// <summary>An argument is of the wrong kind; the message names it. Caught at the edge, where the exit code is made.</summary>
internal sealed class WrongArgumentException(string message) : Exception(message);

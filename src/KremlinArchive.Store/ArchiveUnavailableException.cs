namespace KremlinArchive.Store;

/// <summary>The archive cannot be opened or written; the message is for people: what, where, what to do.</summary>
public sealed class ArchiveUnavailableException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>True for what may end by itself, as a server that starts or whose standby takes over: whoever waits may try again.</summary>
    public bool MayPass { get; init; }
}

using KremlinArchive.Search;

namespace KremlinArchive.Web.Admin.Index;

/// <summary>Builds the index anew when an admin asks for it, in the background and one at a time; the old index answers until then.</summary>
internal sealed partial class IndexRebuild(ArchiveIndex index, IHostApplicationLifetime life, ILogger<IndexRebuild> log)
{
    private int underWay;
    private volatile string? failure;

    /// <summary>True from the request to the end, also while it waits for what is being written.</summary>
    public bool IsUnderWay => Volatile.Read(ref underWay) == 1;

    /// <summary>Why the last one failed, in a sentence; null if it did not.</summary>
    public string? Failure => failure;

    /// <summary>Begins, unless it is under way already.</summary>
    public void Begin()
    {
        if (Interlocked.Exchange(ref underWay, 1) == 0)
            _ = Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        try
        {
            failure = null;
            await index.RebuildAsync(life.ApplicationStopping);
            Rebuilt(index.IndexedChange);
        }
        catch (OperationCanceledException) when (life.ApplicationStopping.IsCancellationRequested)
        {
            // What is half built is continued at the next start.
        }
        catch (Exception refused)
        {
            // The edge of a task that nobody awaits: its page tells how it ended.
            failure = refused.Message;
            Failed(refused);
        }
        finally
        {
            Volatile.Write(ref underWay, 0);
        }
    }

    [LoggerMessage(LogLevel.Information, "The index was rebuilt up to change {Change}")]
    private partial void Rebuilt(long change);

    [LoggerMessage(LogLevel.Error, "The index could not be rebuilt")]
    private partial void Failed(Exception error);
}

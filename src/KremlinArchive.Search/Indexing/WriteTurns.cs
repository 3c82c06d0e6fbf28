namespace KremlinArchive.Search.Indexing;

/// <summary>Whose turn it is to work on an index: one at a time in this process, and of all processes only the one that has the lock may write.</summary>
/// <param name="directory">Where the index is.</param>
internal sealed class WriteTurns(string directory)
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource ending = new();
    private volatile IndexLock? held;

    /// <summary>True if this process has the lock.</summary>
    public bool MayWrite => held is not null;

    /// <summary>Cancelled when no turn is to come any more.</summary>
    public CancellationToken Ending => ending.Token;

    /// <summary>Takes the lock if it is free.</summary>
    public void TryTakeLock() => held ??= IndexLock.TryTake(directory);

    /// <summary>Does something when nobody else does, with the lock if it is to be had. Cancelled by the caller and by the end.</summary>
    public async Task TakeAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(ending.IsCancellationRequested, typeof(ArchiveIndex));
            TryTakeLock();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, ending.Token);
            await work(stop.Token);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Ends all turns. What is being done comes to its end first, then what is done last: nobody else may hold the lock before.</summary>
    public void End(Action last)
    {
        if (ending.IsCancellationRequested)
            return;
        ending.Cancel();
        turn.Wait();
        last();
        held?.Dispose();
        held = null;
        turn.Release();
    }
}

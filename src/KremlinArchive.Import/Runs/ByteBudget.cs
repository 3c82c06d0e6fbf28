namespace KremlinArchive.Import.Runs;

/// <summary>How many bytes of pages may be under way at once. One taker waits, others give back.</summary>
internal sealed class ByteBudget(long most)
{
    private readonly Lock door = new();
    private long taken;
    private TaskCompletionSource? waiting;

    /// <summary>Waits until there is room. What is larger than the whole budget goes alone.</summary>
    public async ValueTask TakeAsync(long bytes, CancellationToken cancellation)
    {
        while (true)
        {
            TaskCompletionSource room;
            lock (door)
            {
                if (taken == 0 || taken + bytes <= most)
                {
                    taken += bytes;
                    return;
                }

                room = waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            await room.Task.WaitAsync(cancellation);
        }
    }

    public void Give(long bytes)
    {
        TaskCompletionSource? room;
        lock (door)
        {
            taken -= bytes;
            room = waiting;
            waiting = null;
        }

        room?.TrySetResult();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace KremlinArchive.Tests.Support;

/// <summary>Hears the traces of all that the test itself does.</summary>
internal sealed class HeardTraces : IDisposable
{
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ActivityListener listener;
    private readonly Activity root = new Activity("test").Start();

    public HeardTraces()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("KremlinArchive.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>What has ended, in the order of ending.</summary>
    public IReadOnlyList<Activity> All => [.. ended.Where(activity => activity.TraceId == root.TraceId)];

    /// <summary>The names from the outermost to the one that ended, one line each.</summary>
    public IEnumerable<string> Paths => All.Select(PathOf);

    /// <inheritdoc/>
    public void Dispose()
    {
        root.Dispose();
        listener.Dispose();
    }

    private string PathOf(Activity activity) => activity.Parent is { } parent && parent != root ? $"{PathOf(parent)} > {activity.OperationName}" : activity.OperationName;
}

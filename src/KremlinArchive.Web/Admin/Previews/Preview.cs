using KremlinArchive.Import.Previews;
using KremlinArchive.Import.Runs;
using KremlinArchive.Store.Audit;
using KremlinArchive.Web.Admin.Uploads;

namespace KremlinArchive.Web.Admin.Previews;

/// <summary>An upload that is tried out: what it would do is shown, and it is imported only when somebody says so.</summary>
internal sealed class Preview(Upload upload, Actor by, ImportPreview pages, DateTimeOffset begunAt)
{
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stop = new();
    private Upload? upload = upload;

    public Guid Key { get; } = Guid.NewGuid();

    /// <summary>What the import would be.</summary>
    public RunPlan Plan { get; } = RunPlan.Files(upload.Files, by);

    public DateTimeOffset BegunAt => begunAt;

    /// <summary>What would become of the pages; to be read when it is over.</summary>
    public ImportPreview Pages => pages;

    /// <summary>What the run would report; null while it goes on, and if it failed.</summary>
    public RunReport? Report { get; private set; }

    /// <summary>Why it could not be tried out; null if it could.</summary>
    public string? Failure { get; private set; }

    /// <summary>Cancelled when nobody wants to know any more.</summary>
    public CancellationToken Stopping => stop.Token;

    /// <summary>Ends with the trial, however that ends.</summary>
    public Task Over => over.Task;

    /// <summary>Where its page is.</summary>
    public string Address => $"/admin/preview/{Key}";

    /// <summary>Notes what came of it.</summary>
    public void End(RunReport? report, string? failure)
    {
        (Report, Failure) = (report, failure);
        over.TrySetResult();
    }

    /// <summary>Stops it; its files are removed when nothing reads them any more.</summary>
    public void Stop()
    {
        stop.Cancel();
        if (TakeUpload() is { } files)
            _ = Over.ContinueWith(_ => files.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Takes the files out, once: for the import, or to be removed.</summary>
    /// <returns>Null if somebody has taken them already.</returns>
    public Upload? TakeUpload() => Interlocked.Exchange(ref upload, null);
}

using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Previews;
using KremlinArchive.Import.Runs;
using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Web.Admin.Uploads;

namespace KremlinArchive.Web.Admin.Previews;

/// <summary>Tries uploads out, one at a time, beside the imports and without a trace in the archive. The last few are kept for a while.</summary>
internal sealed partial class PreviewDesk(ArchiveStore store, TimeProvider clock, ILogger<PreviewDesk> log) : IDisposable
{
    private const int MostKept = 8;
    private const int MostPages = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource ending = new();
    private readonly Lock door = new();
    private readonly List<Preview> previews = [];
    private ITimer? sweep;

    /// <summary>Tries an upload out, which is the preview's from now on, and waits a moment for the end.</summary>
    public async Task<Preview> BeginAsync(Upload upload, Actor by)
    {
        var preview = new Preview(upload, by, new ImportPreview(clock, MostPages), clock.GetUtcNow());
        lock (door)
        {
            // What is over goes before what goes on.
            foreach (var old in previews.OrderBy(known => !known.Over.IsCompleted).SkipLast(MostKept - 1).ToList())
                Forget(old);
            previews.Add(preview);
            sweep ??= clock.CreateTimer(_ => Sweep(), null, Lifetime / 6, Lifetime / 6);
        }

        _ = Task.Run(() => RunAsync(preview));
        await Task.WhenAny(preview.Over, Task.Delay(Patience, clock));
        return preview;
    }

    /// <summary>A preview by its key; null if there is none any more.</summary>
    public Preview? Find(Guid key)
    {
        lock (door)
            return previews.Find(preview => preview.Key == key);
    }

    /// <summary>Takes a preview's files out to be imported.</summary>
    /// <returns>Null if somebody has imported or dropped them already.</returns>
    public Upload? Take(Preview preview)
    {
        lock (door)
        {
            previews.Remove(preview);
            return preview.TakeUpload();
        }
    }

    /// <summary>Removes a preview and its files.</summary>
    public void Drop(Preview preview)
    {
        lock (door)
            Forget(preview);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ending.Cancel();
        sweep?.Dispose();
        lock (door)
        {
            foreach (var preview in previews.ToList())
                Forget(preview);
        }
    }

    private void Forget(Preview preview)
    {
        previews.Remove(preview);
        preview.Stop();
    }

    private void Sweep()
    {
        lock (door)
        {
            foreach (var old in previews.Where(known => known.Over.IsCompleted && known.BegunAt < clock.GetUtcNow() - Lifetime).ToList())
                Forget(old);
        }
    }

    private async Task RunAsync(Preview preview)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, preview.Stopping);
        try
        {
            await turn.WaitAsync(either.Token);
            try
            {
                await using var rehearsal = await store.RehearseImportAsync(either.Token);
                var report = await new ImportRun(rehearsal.Ledger, new PageReader(clock)).ImportAsync(preview.Plan, new RunWatch { PagesStored = preview.Pages.Count, PageFailed = PageFailed }, either.Token);
                preview.End(report, report.Failure);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (Exception failure) when (failure is ArchiveUnavailableException or IOException)
        {
            preview.End(null, failure.Message);
        }
        catch (OperationCanceledException)
        {
            preview.End(null, "It was stopped.");
        }
        catch (Exception unexpected)
        {
            // The edge of a trial: whatever happens to one, the server goes on.
            Failed(unexpected);
            preview.End(null, $"Unexpected: {unexpected.Message}");
        }
    }

    [LoggerMessage(LogLevel.Error, "An upload could not be tried out")]
    private partial void Failed(Exception error);

    [LoggerMessage(LogLevel.Error, "The page {Source} could not be read")]
    private partial void PageFailed(string source, Exception error);
}

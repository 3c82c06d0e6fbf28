using KremlinArchive.Store.Asked;

namespace KremlinArchive.Web.Counting;

/// <summary>Keeps what was counted in the store, twice a minute and at the end. Where it cannot be written, searching goes on.</summary>
internal sealed partial class SearchCountKeeper(SearchCounts counts, AskedRegister register, TimeProvider clock, ILogger<SearchCountKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private bool isRefused;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await KeepAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await KeepAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is counted is kept once more as the server stops.
        }
    }

    internal async Task KeepAsync(CancellationToken cancellation)
    {
        var taken = counts.Take();
        if (taken.Count == 0)
            return;
        var isKept = false;
        try
        {
            await register.KeepAsync(taken, cancellation);
            isKept = true;
            isRefused = false;
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            // The edge of a task that nobody awaits: whatever the store has against it, no reader is to notice. Told once, not twice a minute.
            if (!isRefused)
                NotKept(refused.Message);
            isRefused = true;
        }
        finally
        {
            if (!isKept)
                counts.TakeBack(taken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What was searched for could not be counted in the archive; searching goes on. {Reason}")]
    private partial void NotKept(string reason);
}

using KremlinArchive.Import.Measuring;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Sources;
using KremlinArchive.Store;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Runs;

/// <summary>
/// One import: pages are read from their sources, parsed and stored, all three at once and never far ahead of each other.
/// Outcomes keep the order of the sources, so that the same pages always give the same run.
/// </summary>
public sealed class ImportRun
{
    private const int BatchPages = 200, QueuedPages = 400;
    private const long BatchBytes = 16L * 1024 * 1024;

    // More than a batch and the largest page together, or the run would wait for room that only a full batch makes.
    private const long BytesUnderWay = BatchBytes + Capture.LargestWhole + BatchBytes;

    private readonly ImportLedger ledger;
    private readonly Func<Capture, PageReading> read;
    private readonly TimeProvider clock;

    public ImportRun(ImportLedger ledger, PageReader reader)
        : this(ledger, reader.Read)
    {
    }

    internal ImportRun(ImportLedger ledger, Func<Capture, PageReading> read, TimeProvider? clock = null)
    {
        this.ledger = ledger;
        this.read = read;
        this.clock = clock ?? TimeProvider.System;
    }

    /// <summary>Imports everything that the paths hold.</summary>
    /// <param name="paths">Files, folders and archives; see <see cref="PageSource.Problem"/> for what is none of these.</param>
    /// <param name="watch">Told of each stored batch.</param>
    /// <returns>What happened, also where the archive failed or the run was cancelled on its way: what was stored by then stays.</returns>
    /// <exception cref="ArchiveUnavailableException">The run could not even begin.</exception>
    public Task<RunReport> ImportAsync(IReadOnlyList<string> paths, RunWatch watch, CancellationToken cancellation) =>
        ImportAsync(RunPlan.Paths(paths), watch, cancellation);

    /// <summary>Imports what a plan names.</summary>
    /// <param name="watch">Told of each stored batch.</param>
    /// <returns>What happened, also where the archive failed or the run was cancelled on its way: what was stored by then stays.</returns>
    /// <exception cref="ArchiveUnavailableException">The run could not even begin.</exception>
    public async Task<RunReport> ImportAsync(RunPlan plan, RunWatch watch, CancellationToken cancellation)
    {
        var tally = new RunTally(await ledger.BeginAsync(plan.Description, plan.StartedBy, plan.Note, cancellation), watch);
        using var trace = ledger.IsRehearsal ? null : ImportMeasures.Run(tally.Run);
        try
        {
            watch.Began?.Invoke(tally.Run);
            var failure = await PassAsync(plan, tally, cancellation);
            return Measured(tally.Report(await EndAsync(tally.Run, failure)));
        }
        catch (Exception unexpected) when (unexpected is not ArchiveUnavailableException)
        {
            var failure = $"Unexpected: {unexpected.Message}";
            await EndAsync(tally.Run, failure);
            Measured(tally.Report(failure));
            throw;
        }
    }

    /// <summary>Passes the pages through the three stages. The first stage that fails stops the others.</summary>
    /// <returns>What ended the run early, in a sentence; null if nothing did.</returns>
    private async Task<string?> PassAsync(RunPlan plan, RunTally tally, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var line = new PageLine(QueuedPages, BytesUnderWay);
        var reading = Task.Run(() => ReadAsync(plan, tally.Run, line, stop.Token), CancellationToken.None);
        Task[] stages =
        [
            reading,
            .. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() => ParseAsync(line, tally, stop.Token), CancellationToken.None)),
            Task.Run(() => StoreAsync(plan, line, tally, stop.Token), CancellationToken.None),
        ];
        await foreach (var stage in Task.WhenEach(stages))
        {
            if (!stage.IsCompletedSuccessfully)
                await stop.CancelAsync();
        }

        if (stages.Select(stage => stage.Exception?.InnerException).OfType<ArchiveUnavailableException>().FirstOrDefault() is { } unavailable)
            return unavailable.Message;
        await Task.WhenAll(stages.Where(stage => stage.IsFaulted));
        return cancellation.IsCancellationRequested && stages.Any(stage => stage.IsCanceled) ? "The run was stopped before its end." : await reading;
    }

    /// <returns>Why the source could not go on; null if it came to its end.</returns>
    private async Task<string?> ReadAsync(RunPlan plan, long run, PageLine line, CancellationToken cancellation)
    {
        try
        {
            if (plan.Begin is { } begin)
                await begin(run, cancellation);
            await foreach (var entry in new EarlierCaptures(ledger).FindAsync(plan.Entries(cancellation), cancellation))
                await line.JoinAsync(new PageUnderWay(entry), cancellation);
            line.Close();
            return null;
        }
        catch (SourceStoppedException stopped)
        {
            // What came before it stopped is stored.
            line.Close();
            return stopped.Message;
        }
    }

    private async Task ParseAsync(PageLine line, RunTally tally, CancellationToken cancellation)
    {
        await foreach (var page in line.Unread.ReadAllAsync(cancellation))
            page.Read(page.Verdict ?? Parse(page.Capture, tally));
    }

    private PageReading Parse(Capture capture, RunTally tally)
    {
        try
        {
            return read(capture);
        }
        catch (Exception unexpected)
        {
            // The one place where a page's own failure is caught: whatever one page does, the run goes on with the next.
            tally.Failed(capture.Source, unexpected);
            return new PageReading.Unreadable($"Unexpected: the page could not be read ({unexpected.GetType().Name}). {unexpected.Message}");
        }
    }

    private async Task StoreAsync(RunPlan plan, PageLine line, RunTally tally, CancellationToken cancellation)
    {
        await using var storing = new PatientStoring(ledger, isInTurn: !plan.IsPaced, tally.Waits, clock);
        var batch = new List<PageUnderWay>(BatchPages);
        var due = DateTimeOffset.MaxValue;
        while (true)
        {
            if (line.InOrder.TryRead(out var page))
            {
                await page.Reading.WaitAsync(cancellation);
                due = batch.Count == 0 && plan.Patience is { } patience ? clock.GetUtcNow() + patience : due;
                batch.Add(page);
            }
            else if (!await ComesAsync(line, batch.Count > 0 ? due : DateTimeOffset.MaxValue, cancellation))
            {
                break;
            }

            if (batch.Count == BatchPages || batch.Sum(waiting => waiting.Weight) >= BatchBytes || (batch.Count > 0 && clock.GetUtcNow() >= due))
                await SaveAsync(storing, batch, line, tally, cancellation);
        }

        if (batch.Count > 0)
            await SaveAsync(storing, batch, line, tally, cancellation);
    }

    /// <summary>Waits for the next page, but not beyond a time.</summary>
    /// <returns>False if no page will come any more.</returns>
    private async Task<bool> ComesAsync(PageLine line, DateTimeOffset due, CancellationToken cancellation)
    {
        var coming = line.InOrder.WaitToReadAsync(cancellation).AsTask();
        if (due == DateTimeOffset.MaxValue)
            return await coming;
        using var early = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var wait = due - clock.GetUtcNow();
        await Task.WhenAny(coming, Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock, early.Token));
        await early.CancelAsync();
        return !coming.IsCompleted || await coming;
    }

    private async Task SaveAsync(PatientStoring storing, List<PageUnderWay> batch, PageLine line, RunTally tally, CancellationToken cancellation)
    {
        using var trace = ledger.IsRehearsal ? null : ImportMeasures.Batch(batch.Count);
        var pages = new List<ReadPage>(batch.Count);
        foreach (var page in batch)
            pages.Add(new ReadPage(page.Capture, await page.Reading) { Progress = page.Progress });
        var outcomes = await storing.SaveAsync(tally.Run, pages, cancellation);
        if (!ledger.IsRehearsal)
            ImportMeasures.Stored(outcomes);
        tally.Count(outcomes, batch.Sum(page => page.Taken));
        line.Leave(batch.Sum(page => page.Weight));
        batch.Clear();
    }

    private RunReport Measured(RunReport report)
    {
        if (!ledger.IsRehearsal)
            ImportMeasures.Ended(report.Duration, isWhole: report.Failure is null);
        return report;
    }

    /// <summary>Closes the run in the archive's history, also when it was cancelled.</summary>
    /// <returns>The failure, with what closing adds to it.</returns>
    private async Task<string?> EndAsync(long run, string? failure)
    {
        try
        {
            await ledger.EndAsync(run, failure, CancellationToken.None);
            return failure;
        }
        catch (ArchiveUnavailableException unavailable)
        {
            // An archive that just failed often cannot note that either; the first failure is the one to tell.
            return failure ?? unavailable.Message;
        }
    }
}

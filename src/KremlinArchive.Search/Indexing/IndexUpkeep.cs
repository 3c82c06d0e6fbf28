using KremlinArchive.Search.Measuring;
using KremlinArchive.Search.Results;
using KremlinArchive.Store;
using KremlinArchive.Store.Changes;

namespace KremlinArchive.Search.Indexing;

/// <summary>
/// Keeps an index at the head of the change log. Whatever goes wrong, the way back is the same: discard the writer, start
/// again from the last commit, and if that is damaged, of another format or of another log, from the beginning.
/// </summary>
internal sealed class IndexUpkeep : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly ArchiveIndexOptions options;
    private readonly ChangeFeed changes;
    private readonly IndexFormat format;
    private readonly Generations generations;
    private readonly CurrentView current;
    private readonly FollowedLog log;
    private readonly MissingChanges missing;
    private readonly WithheldRecords withheld;
    private readonly KeptWriter kept;
    private readonly WriteTurns turns;
    private volatile Trouble? trouble;
    private volatile string? damaged;
    private volatile bool isRebuilding;

    public IndexUpkeep(ArchiveIndexOptions options, ChangeFeed changes, IndexFormat format, Generations generations, CurrentView current)
    {
        (this.options, this.changes, this.format, this.generations, this.current) = (options, changes, format, generations, current);
        turns = new WriteTurns(options.Directory);
        log = new FollowedLog(changes);
        missing = new MissingChanges(options, changes, log, Measures);
        withheld = new WithheldRecords(changes, format, generations, current);
        kept = new KeptWriter(format, generations, current, Note);
    }

    /// <summary>What is told of the index to whoever listens.</summary>
    public IndexMeasures Measures { get; } = new();

    /// <summary>The number of the last withholding that the answering generation has heeded without the changes before it; 0 for none.</summary>
    public long Hidden => withheld.Last;

    public IndexHealth Health => new(turns.MayWrite, current.Mark.Change, log.Head, isRebuilding, trouble?.Text, trouble?.At);

    /// <summary>Takes the lock if it is free and shows what is there.</summary>
    public void Begin()
    {
        turns.TryTakeLock();
        Measures.Show(() => Health);
        try
        {
            if (generations.Current is { } name)
                TryShow(name);
            if (turns.MayWrite)
                generations.RemoveOutdated();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The pointer cannot be read: the next turn tries again and tells it.
            Note(failure);
        }
    }

    public Task CatchUpAsync(CancellationToken cancellation) => turns.TakeAsync(
        stop => turns.MayWrite ? AttemptAsync("written", FinishAsync(stop)) : AttemptAsync("read", Task.Run(Refresh, stop)),
        cancellation);

    public Task RebuildAsync(CancellationToken cancellation) => turns.TakeAsync(
        stop => turns.MayWrite
            ? AttemptAsync("written", BuildAsync(() => Task.FromResult(generations.Create(current.Generation)), stop))
            : throw new InvalidOperationException($"The index in {options.Directory} is written by another process. Stop that one, or let it rebuild the index."),
        cancellation);

    public async Task FollowAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, turns.Ending);
        var stop = either.Token;
        var pause = options.PollInterval;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await FollowOnceAsync(stop);
                pause = options.PollInterval;
                await Task.Delay(pause, stop);
                await changes.WaitAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // Following never ends by itself: the next attempt starts from the last commit.
                Note(failure);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                await Task.Delay(pause, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Takes note that a search met damaged files: the next turn of the lock's holder rebuilds the index.</summary>
    public void ReportDamage(IndexView view, Exception damage)
    {
        Note(damage);
        if (turns.MayWrite)
            damaged = view.Generation;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        turns.End(kept.Close);
        Measures.Dispose();
    }

    private async Task FollowOnceAsync(CancellationToken cancellation)
    {
        // Files that somebody removed go on answering while they are held open, and the index is built anew beside them.
        if (!turns.MayWrite)
            await CatchUpAsync(cancellation);
        else if (damaged is not null || trouble is not null || kept.HasMerged || generations.Current is null || current.Mark.Fingerprint != format.Fingerprint
            || await log.HeadAsync(cancellation) != current.Mark.Change || !await log.HasAsync(current.Mark, cancellation))
            await KeepUpAsync(cancellation);
        // Whoever does not write looks, too, how far it is behind.
        if (!turns.MayWrite)
            await log.HeadAsync(cancellation);
    }

    /// <summary>Writes what is missing, and leaves the writer open: what it has begun to merge may take longer than until the next change.</summary>
    private Task KeepUpAsync(CancellationToken cancellation) => turns.TakeAsync(stop => AttemptAsync("written", WriteAsync(stop)), cancellation);

    /// <summary>Writes what is missing, and waits for all that is to be merged.</summary>
    private async Task FinishAsync(CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(cancellation);
            if (kept.Generation is { } name)
                await GuardAsync(name, () => kept.SettleAsync(name, cancellation));
        }
        finally
        {
            kept.Close();
        }
    }

    /// <summary>Writes what is missing, into the present generation or, if that is of no use, into a new one.</summary>
    private async Task WriteAsync(CancellationToken cancellation)
    {
        var name = generations.Current;
        if (damaged != name)
            damaged = null; // told of a generation that no longer answers
        if (name is not null && damaged is null)
            TryShow(name);
        var mark = current.Mark;
        if (name is null && current.Generation is null)
            await BeginAnewAsync(cancellation);
        else if (name is null || damaged is not null || current.Generation != name || mark.Fingerprint != format.Fingerprint || !await log.HasAsync(mark, cancellation))
            await BuildAsync(async () => await ContinuableAsync(cancellation) ?? generations.Create(current.Generation), cancellation);
        else if (mark.Change < await log.HeadAsync(cancellation))
            await AdvanceAsync(name, cancellation);
        else if (kept.HasMerged)
            await GuardAsync(name, () => kept.ShowMergedAsync(name, cancellation));
    }

    /// <summary>The first generation of all answers from its first batch on.</summary>
    private async Task BeginAnewAsync(CancellationToken cancellation)
    {
        var name = await ContinuableAsync(cancellation) ?? generations.Create(current.Generation);
        using (GenerationWriter.Open(name, generations.PathOf(name), format, isSearched: true))
        {
            generations.MakeCurrent(name);
            current.Show(name);
        }

        await AdvanceAsync(name, cancellation);
    }

    /// <summary>Fills a generation beside the present one and lets it take its place.</summary>
    private async Task BuildAsync(Func<Task<string>> begin, CancellationToken cancellation)
    {
        isRebuilding = true;
        try
        {
            kept.Close();
            // Before anything that may fail: where no new generation can be made, the old one answers on.
            await HideAsync(cancellation);
            var name = await begin();
            await FillAsync(name, cancellation);
            generations.MakeCurrent(name);
            current.Show(name);
            damaged = null;
            withheld.Forget();
            generations.RemoveOutdated();
        }
        finally
        {
            isRebuilding = false;
        }
    }

    /// <summary>Shows what the lock's holder has committed. Where it swaps the generation meanwhile, a later attempt finds the new one.</summary>
    private void Refresh()
    {
        if (generations.Current is { } name)
            current.Show(name);
    }

    /// <summary>
    /// Shows a generation if it can be opened, also one that lacks its superseded versions. Damaged files make Lucene throw whatever they lead it to, and with the lock nobody else
    /// can have removed them: the next turn replaces them. Without the lock the trouble is only noted.
    /// </summary>
    private void TryShow(string name)
    {
        try
        {
            current.Show(name);
            if (current.LacksSuperseded)
                throw new Lucene.Net.Index.CorruptIndexException("The superseded versions are missing, or behind the records.");
        }
        catch (Exception failure)
        {
            Note(failure);
            if (turns.MayWrite)
                damaged = name;
        }
    }

    /// <summary>Writes into the generation that answers until the log has no more.</summary>
    private async Task AdvanceAsync(string name, CancellationToken cancellation)
    {
        using var trace = IndexMeasures.CatchUp(isRebuilding);
        await GuardAsync(name, () => kept.UseAsync(
            name,
            writer => missing.WriteAsync(writer, isShown: true, () => Task.CompletedTask, () => current.Show(name), cancellation)));
    }

    /// <summary>Does something with the generation that answers. Damage marks it.</summary>
    private async Task GuardAsync(string name, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (IndexView.IsDamage(failure))
        {
            damaged = name;
            throw;
        }
    }

    /// <summary>Writes into a generation that nobody sees yet until the log has no more. Damage removes it.</summary>
    private async Task FillAsync(string name, CancellationToken cancellation)
    {
        using var trace = IndexMeasures.CatchUp(isRebuilding);
        try
        {
            using var writer = GenerationWriter.Open(name, generations.PathOf(name), format, isSearched: false);
            await missing.WriteAsync(writer, isShown: false, () => HideAsync(cancellation), () => { }, cancellation);
            await writer.SettleAsync().WaitAsync(cancellation);
        }
        catch (Exception failure) when (IndexView.IsDamage(failure))
        {
            generations.Remove(name);
            throw;
        }
    }

    /// <summary>Lets readers see no more of what was withheld meanwhile. A damaged generation answers on, as a whole.</summary>
    private async Task HideAsync(CancellationToken cancellation)
    {
        if (current.Generation is not { } answering || damaged == answering)
            return;
        try
        {
            await withheld.HideAsync(answering, cancellation);
        }
        catch (Exception failure) when (IndexView.IsDamage(failure))
        {
            Note(failure);
            damaged = answering;
        }
    }

    /// <summary>A generation that an earlier rebuild left unfinished and that is of this format and log; any other leftover is removed.</summary>
    private async Task<string?> ContinuableAsync(CancellationToken cancellation)
    {
        if (generations.Unfinished is not { } name)
            return null;
        try
        {
            using var writer = new GenerationWriter(name, generations.PathOf(name), format, isSearched: false);
            if (writer.Mark.Fingerprint == format.Fingerprint && await log.HasAsync(writer.Mark, cancellation))
                return name;
        }
        catch (Exception failure) when (IndexView.IsDamage(failure))
        {
            Note(failure);
        }

        generations.Remove(name);
        return null;
    }

    private async Task AttemptAsync(string participle, Task work)
    {
        try
        {
            await work;
            trouble = null;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or ArchiveUnavailableException))
        {
            Note(failure);
            throw new IndexWriteException($"The index in {options.Directory} could not be {participle}: {failure.Message}", failure);
        }
    }

    private void Note(Exception failure)
    {
        Measures.Failed();
        trouble = new Trouble(failure.Message, DateTimeOffset.UtcNow);
    }

    private sealed record Trouble(string Text, DateTimeOffset At);
}

using KremlinArchive.Cli.Output;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Search;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Cli.Commands;

/// <summary>A run in an archive that one command has opened: the index follows and has caught up at the end.</summary>
internal static class ArchiveRun
{
    /// <param name="outcomes">Told of what became of the pages of each batch; null for nobody.</param>
    public static async Task<FinishedRun> RunAsync(
        RunPlan plan, OpenArchive archive, Terminal terminal, CancellationToken cancellation, Action<IReadOnlyList<PageOutcome>>? outcomes = null)
    {
        var report = await ImportAsync(plan, archive, terminal, outcomes, cancellation);
        return new FinishedRun(report, await CatchUpAsync(archive.Index, terminal));
    }

    /// <summary>Passes the pages of a plan through a ledger, progress in sight.</summary>
    /// <param name="outcomes">Told of what became of the pages of each batch; null for nobody.</param>
    public static Task<RunReport> PassAsync(
        RunPlan plan, ImportLedger ledger, Terminal terminal, Action<IReadOnlyList<PageOutcome>>? outcomes, CancellationToken cancellation) =>
        RunProgressBar.ShowAsync(plan, terminal, watch => new ImportRun(ledger, new PageReader()).ImportAsync(plan, watch with { PagesStored = outcomes }, cancellation), cancellation);

    /// <summary>Says what went wrong and makes the exit code of it.</summary>
    public static ExitCode Conclude(FinishedRun run, Terminal terminal)
    {
        if (run.Report.Failure is { } failure)
            terminal.Note(failure);
        if (run.IndexFailure is not null)
            terminal.Note($"The pages are stored but not all indexed; the next command or start catches up. {run.IndexFailure}");
        if (run.Report.Failure is not null || run.IndexFailure is not null)
            return ExitCode.CouldNotRun;
        return run.Report.Quarantined > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }

    /// <summary>Imports while the index follows.</summary>
    private static async Task<RunReport> ImportAsync(
        RunPlan plan, OpenArchive archive, Terminal terminal, Action<IReadOnlyList<PageOutcome>>? outcomes, CancellationToken cancellation)
    {
        using var imported = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var following = archive.Index.IsWriter ? Task.Run(() => archive.Index.FollowAsync(imported.Token), CancellationToken.None) : Task.CompletedTask;
        try
        {
            return await PassAsync(plan, archive.Store.Ledger, terminal, outcomes, cancellation);
        }
        finally
        {
            await imported.CancelAsync();
            await following;
        }
    }

    /// <summary>Lets the index take over what was stored.</summary>
    /// <returns>Why the index could not be written; null if it is up to date or not ours to write.</returns>
    public static async Task<string?> CatchUpAsync(ArchiveIndex index, Terminal terminal)
    {
        if (!index.IsWriter)
        {
            terminal.Note("Another process, perhaps the server, writes the index: it follows by itself.");
            return null;
        }

        try
        {
            // Also after Ctrl+C: what was stored is to be found.
            await index.CatchUpAsync(CancellationToken.None);
            return null;
        }
        catch (IndexWriteException failure)
        {
            return failure.Message;
        }
    }
}

/// <summary>What came of a run and of the index behind it.</summary>
internal sealed record FinishedRun(RunReport Report, string? IndexFailure);

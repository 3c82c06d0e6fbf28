using KremlinArchive.Cli.Output;
using KremlinArchive.Import.Runs;
using KremlinArchive.Search;

namespace KremlinArchive.Cli.Commands;

/// <summary>A run that the index follows, and what the command says at its end.</summary>
internal static class FollowedRun
{
    /// <summary>Runs while the index follows.</summary>
    public static async Task<RunReport> RunAsync(ArchiveIndex index, Func<Task<RunReport>> run, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var following = index.IsWriter ? Task.Run(() => index.FollowAsync(ended.Token), CancellationToken.None) : Task.CompletedTask;
        try
        {
            return await run();
        }
        finally
        {
            await ended.CancelAsync();
            await following;
        }
    }

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

    public static ExitCode Conclude(RunReport report, string? indexFailure, Terminal terminal)
    {
        if (report.Failure is { } failure)
            terminal.Note(failure);
        if (indexFailure is not null)
            terminal.Note($"The pages are stored but not all indexed; the next command or start catches up. {indexFailure}");
        if (report.Failure is not null || indexFailure is not null)
            return ExitCode.CouldNotRun;
        return report.Quarantined > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }
}

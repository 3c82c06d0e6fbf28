using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Import.Sources;
using KremlinArchive.Search;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>import PATH…</c>: takes pages into the archive and its index.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Files, folders, .zip, .tar, .tar.gz or .tar.xz archives of saved pages, .warc, .warc.gz or .wacz web archives",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("import", "Take saved pages into the archive") { Paths };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var paths = parsed.GetValue(Paths)!;
        if (paths.Select(PageSource.Problem).OfType<string>().ToList() is { Count: > 0 } problems)
            throw new WrongArgumentException("PATH: " + string.Join(" ", problems));

        using var archive = await OpenArchive.OpenAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var report = await ImportAsync(paths, archive, terminal, cancellation);
        var indexFailure = await CatchUpAsync(archive.Index, terminal);
        if (terminal.IsJson)
            terminal.WriteJson(ReportFigure.Body(report));
        else
            ReportFigure.Show(report, terminal);
        return Conclude(report, indexFailure, terminal);
    }

    /// <summary>Imports while the index follows.</summary>
    private static async Task<RunReport> ImportAsync(string[] paths, OpenArchive archive, Terminal terminal, CancellationToken cancellation)
    {
        using var imported = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var following = archive.Index.IsWriter ? Task.Run(() => archive.Index.FollowAsync(imported.Token), CancellationToken.None) : Task.CompletedTask;
        var run = new ImportRun(archive.Store.Ledger, new PageReader());
        try
        {
            return await RunProgressBar.ShowAsync(paths, terminal, watch => run.ImportAsync(paths, watch, cancellation), cancellation);
        }
        finally
        {
            await imported.CancelAsync();
            await following;
        }
    }

    /// <returns>Why the index could not be written; null if it is up to date or not ours to write.</returns>
    private static async Task<string?> CatchUpAsync(ArchiveIndex index, Terminal terminal)
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

    private static ExitCode Conclude(RunReport report, string? indexFailure, Terminal terminal)
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

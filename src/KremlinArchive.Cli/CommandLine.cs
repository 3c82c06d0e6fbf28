using System.CommandLine;
using System.CommandLine.Invocation;
using KremlinArchive.Cli.Commands;
using KremlinArchive.Cli.Output;
using KremlinArchive.Search;
using KremlinArchive.Store;

namespace KremlinArchive.Cli;

/// <summary>The command line: reads the arguments, runs the command, and turns whatever goes wrong into a sentence and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Long enough to finish a batch and to close the run after Ctrl+C.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    public static async Task<ExitCode> RunAsync(IReadOnlyList<string> args, Terminal terminal)
    {
        terminal.IsJson = args.Contains("--json");
        try
        {
            // What begins with @ is a word of a query, not a file of arguments.
            var parsed = Root(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
            if (parsed.Action is ParseErrorAction)
                return terminal.Fail(ExitCode.WrongCommandLine, string.Join(" ", parsed.Errors.Select(error => error.Message).Distinct()));
            var invocation = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToStop,
            };
            return (ExitCode)await parsed.InvokeAsync(invocation);
        }
        catch (WrongArgumentException wrong)
        {
            return terminal.Fail(ExitCode.WrongCommandLine, wrong.Message);
        }
        catch (Exception failure) when (failure is ArchiveUnavailableException or IndexWriteException)
        {
            return terminal.Fail(ExitCode.CouldNotRun, failure.Message);
        }
        catch (OperationCanceledException)
        {
            return terminal.Fail(ExitCode.CouldNotRun, "Stopped before the end.");
        }
        catch (Exception unexpected)
        {
            return terminal.Fail(ExitCode.CouldNotRun, $"Unexpected: {unexpected.Message}");
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("A searchable archive of Kremlin readout documents.")
        {
            ArchiveOptions.Data,
            ArchiveOptions.Json,
            ImportCommand.Create(terminal),
            FetchCommand.Create(terminal),
            FetchesCommand.Create(terminal),
            CoverageCommand.Create(terminal),
            WatchCommand.Create(terminal),
            SearchCommand.Create(terminal),
            RecordCommand.Create(terminal),
            VersionsCommand.Create(terminal),
            DiffCommand.Create(terminal),
            ChangesCommand.Create(terminal),
            RunsCommand.CreateList(terminal),
            RunsCommand.CreateOne(terminal),
            QuarantineCommand.Create(terminal),
            ReindexCommand.Create(terminal),
            ReparseCommand.Create(terminal),
            CapturesCommand.Create(terminal),
            CaptureCommand.Create(terminal),
            WithholdCommand.Create(terminal),
            WithholdCommand.CreateRelease(terminal),
            WithheldCommand.Create(terminal),
            ExportCommand.Create(terminal),
            BackupCommand.Create(terminal),
            RestoreCommand.Create(terminal),
            MoveCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            StatusCommand.Create(terminal),
            AdminCommand.Create(terminal),
            KeyCommand.Create(terminal),
            AuditCommand.Create(terminal),
            SearchesCommand.Create(terminal),
        };

        // A query may be written in brackets; directives would swallow it.
        root.Directives.Clear();
        return root;
    }
}

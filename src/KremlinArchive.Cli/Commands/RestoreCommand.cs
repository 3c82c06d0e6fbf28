using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Search;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Backups;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>restore FILE</c>: a backup in the place of the archive, while a server runs or not.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> Backup = new("FILE") { Description = "A file that the command backup wrote" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("restore", "Put a backup in the archive's place; what was there is kept beside it") { Backup };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var directory = ArchiveOptions.DataDirectory(parsed);
        var restore = new ArchiveRestore(ArchiveOptions.Store(directory));
        var report = await restore.RestoreAsync(Path.GetFullPath(parsed.GetValue(Backup)!), Actor.CommandLine, VerifyProgressLines.On(terminal), cancellation);
        var indexFailure = await CatchUpAsync(directory, terminal, cancellation);
        if (terminal.IsJson)
            terminal.WriteJson(report);
        else
            Show(report, terminal);
        if (indexFailure is not null)
            terminal.Note($"The archive is restored, but its index is not: the next command or start builds it. {indexFailure}");
        return indexFailure is null ? ExitCode.Done : ExitCode.CouldNotRun;
    }

    /// <returns>Why the index could not be written; null if it is up to date or not ours to write.</returns>
    private static async Task<string?> CatchUpAsync(string directory, Terminal terminal, CancellationToken cancellation)
    {
        using var archive = await OpenArchive.OpenAsync(directory, cancellation);
        if (!archive.Index.IsWriter)
        {
            terminal.Note("Another process, perhaps the server, writes the index: it notices and builds it anew, and the old one answers until then.");
            return null;
        }

        try
        {
            await archive.Index.CatchUpAsync(cancellation);
            return null;
        }
        catch (IndexWriteException failure)
        {
            return failure.Message;
        }
    }

    private static void Show(RestoreReport report, Terminal terminal) => terminal.Write(Figures.Facts(
        ("Records", Figures.Number(report.Records)),
        ("Newest change", Figures.Number(report.Change)),
        ("Its hash", report.Head ?? "none: the archive is empty"),
        ("What was there", report.Former ?? "nothing")));
}

using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Reading;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>versions ID</c>: the versions of a record and when they were seen.</summary>
internal static class VersionsCommand
{
    private static readonly Argument<string> Id = RecordArgument.Create();

    public static Command Create(Terminal terminal)
    {
        var command = new Command("versions", "List the versions of a record") { Id };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var id = RecordArgument.Read(parsed, Id);
        var directory = ArchiveOptions.DataDirectory(parsed);
        using var store = await OpenArchive.OpenExistingStoreAsync(directory, cancellation);
        var sought = await store.Versions.HistoryAsync(id, cancellation);
        if (sought.Found is not { } history)
            return terminal.Fail(ExitCode.CouldNotRun, sought.Tombstone?.Sentence($"Record {id}") ?? $"The archive in {directory} holds no record {id}.");
        if (terminal.IsJson)
            terminal.Write(ArchiveJson.Write(history));
        else
            Show(history, terminal);
        return ExitCode.Done;
    }

    private static void Show(VersionHistory history, Terminal terminal)
    {
        terminal.WriteLine(history.Title);
        terminal.Write(Figures.Rows(
            history.Versions.Select(version => new[]
            {
                Figures.Number(version.Number) + (version.IsCurrent ? " (current)" : "") + (version.IsWithheld ? " (withheld)" : ""),
                Figures.Time(version.SeenFirst),
                Figures.Time(version.SeenLast),
                Figures.Time(version.NotSeenOn),
                Figures.Time(version.ImportedAt),
            }),
            "Version", "Seen first", "Seen last", "Not seen on", "In the archive since"));
    }
}

using System.CommandLine;
using System.Diagnostics;
using KremlinArchive.Cli.Output;
using KremlinArchive.Store.Audit;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>reindex</c>: builds the index anew beside the present one.</summary>
internal static class ReindexCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("reindex", "Build the index anew from the store");
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        using var archive = await OpenArchive.OpenExistingAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        if (!archive.Index.IsWriter)
            return terminal.Fail(ExitCode.CouldNotRun, $"Another process, perhaps the server, writes the index in {archive.DataDirectory}. Stop it and reindex again.");
        await archive.Store.Audit.NoteAsync(Actor.CommandLine, AuditAction.IndexRebuilt, AuditLog.Index, null, cancellation);
        await archive.Index.RebuildAsync(cancellation);
        var answer = new Answer(archive.Index.IndexedChange, Math.Round(Stopwatch.GetElapsedTime(began).TotalSeconds, 2));
        if (terminal.IsJson)
            terminal.WriteJson(answer);
        else
            terminal.WriteLine($"The index is built anew, up to change {Figures.Number(answer.IndexedChange)}, in {Figures.Seconds(Stopwatch.GetElapsedTime(began))}.");
        return ExitCode.Done;
    }

    private sealed record Answer(long IndexedChange, double Seconds);
}

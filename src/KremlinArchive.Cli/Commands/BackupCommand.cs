using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Backups;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>backup FILE</c>: the whole archive in one file, while a server runs or not.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> Target = new("FILE") { Description = "The file to write; only its owner may read it, since it holds accounts and keys" };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace a file of that name", Arity = ArgumentArity.Zero };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("backup", "Copy the whole archive into one file, while it is used") { Target, Force };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(parsed.GetValue(Target)!);
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var report = await store.Backup.WriteAsync(path, parsed.GetValue(Force), cancellation);
        if (terminal.IsJson)
            terminal.WriteJson(report);
        else
            terminal.WriteLine($"{report.Path} holds the whole archive, {Figures.Number(report.Size)} bytes. It holds its accounts and keys, too: keep it as you keep those.");
        await NoteAsync(store, report, terminal, cancellation);
        return ExitCode.Done;
    }

    private static async Task NoteAsync(ArchiveStore store, BackupReport report, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            await store.Audit.NoteAsync(Actor.CommandLine, AuditAction.BackedUp, report.Path, $"{Figures.Number(report.Size)} bytes", cancellation);
        }
        catch (ArchiveUnavailableException refused)
        {
            // An archive that can only be read is the one to be copied: the backup stands, noted or not.
            terminal.Note($"The backup stands; the audit log could not tell of it. {refused.Message}");
        }
    }
}

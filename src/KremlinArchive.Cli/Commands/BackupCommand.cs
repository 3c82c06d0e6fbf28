using System.CommandLine;
using KremlinArchive.Cli.Output;

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
        return ExitCode.Done;
    }
}

using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Store.Verification;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>verify</c>: proves the change log and the hashes of all that is kept.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("verify", "Walk the change log's chain and hash everything kept anew");
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var found = await store.Verifier.VerifyAsync(cancellation);
        if (terminal.IsJson)
            terminal.WriteJson(found);
        else
            Show(found, terminal);
        return found.Damage.Count > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }

    private static void Show(Verification found, Terminal terminal)
    {
        terminal.Write(Figures.Facts(
            ("Changes walked", Figures.Number(found.Changes)),
            ("Versions hashed", Figures.Number(found.Versions)),
            ("Captures hashed", Figures.Number(found.Captures)),
            ("Head", found.Head ?? "none: the archive is empty"),
            ("Damage", found.Damage.Count == 0 ? "none" : Figures.Number(found.Damage.Count))));
        if (found.Damage.Count > 0)
            terminal.Write(Figures.Rows(found.Damage.Select(damage => new[] { damage.Where, damage.What }), "Where", "What"));
    }
}

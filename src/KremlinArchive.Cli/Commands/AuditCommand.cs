using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Audit;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>audit</c>: what admins and programs did to the archive, the newest first.</summary>
internal static class AuditCommand
{
    private const int LargestSize = 1000;

    private static readonly Option<string[]> Actions = new("--action") { Description = $"Only such actions: {string.Join(", ", AuditActionNames.All.Select(action => action.Name()))}", HelpName = "ACTION" };
    private static readonly Option<string> By = new("--by") { Description = "Only what this one did: an admin's name, 'key NAME' or 'command line'", HelpName = "WHO" };
    private static readonly Option<long?> Before = new("--before") { Description = "Only entries before this number", HelpName = "N" };
    private static readonly Option<int> Most = new("--most") { Description = $"At most so many, up to {LargestSize}", HelpName = "N", DefaultValueFactory = _ => 20 };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("audit", "Tell what admins and programs did to the archive, the newest first") { Actions, By, Before, Most };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var selection = Selection(parsed);
        var most = ArchiveOptions.CountOf(Most, parsed.GetValue(Most), LargestSize);
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var entries = await store.Audit.ListAsync(selection, parsed.GetValue(Before), most, cancellation);
        if (terminal.IsJson)
            terminal.Write(ArchiveJson.Write(entries));
        else if (entries.Count == 0)
            terminal.WriteLine("Nothing is noted.");
        else
            terminal.Write(Figures.Rows(entries.Select(Row), "No.", "When", "Who", "What", "Subject", "Detail"));
        return ExitCode.Done;
    }

    private static AuditSelection Selection(ParseResult parsed) => new()
    {
        Actions = [.. (parsed.GetValue(Actions) ?? []).Select(name => AuditActionNames.Parse(name) ?? throw new WrongArgumentException($"--action: '{name}' is not an action of the log."))],
        By = parsed.GetResult(By) is null ? null : Actor.OfSignature(ArchiveOptions.ValueOf(By, parsed.GetValue(By))),
    };

    private static string[] Row(AuditEntry entry) =>
        [Figures.Number(entry.Number), Figures.Time(entry.At), entry.By.Signature, entry.Action.Name(), entry.Subject, entry.Detail ?? ""];
}

using System.CommandLine;
using System.Reflection;
using KremlinArchive.Cli.Output;
using KremlinArchive.Search.Json;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>status</c>: where the archive and its index stand.</summary>
internal static class StatusCommand
{
    public static string Version =>
        typeof(StatusCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static Command Create(Terminal terminal)
    {
        var command = new Command("status", "Show where the archive and its index stand");
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var archive = await OpenArchive.OpenAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var store = await archive.Store.StatusAsync(cancellation);
        var health = archive.Index.Health;
        var status = new ArchiveStatus(store.Records, store.Change, health.IndexedChange, health.LagBehind(store.Change), Version);
        if (terminal.IsJson)
            terminal.Write(ArchiveJson.Write(status));
        else
        {
            terminal.Write(Figures.Facts(
                ("Records", Figures.Number(status.Records)),
                ("Newest change", Figures.Number(status.Change)),
                ("Its hash", store.Head ?? "none: the archive is empty"),
                ("Indexed up to", Figures.Number(status.IndexedChange)),
                ("Changes behind", Figures.Number(status.IndexLag)),
                ("Data directory", archive.DataDirectory),
                ("Version", status.Version)));
        }

        return ExitCode.Done;
    }
}

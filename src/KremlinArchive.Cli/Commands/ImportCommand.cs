using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Import.Parsing;
using KremlinArchive.Import.Runs;
using KremlinArchive.Import.Sources;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>import PATH…</c>: takes pages into the archive and its index.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Files, folders, .zip, .tar, .tar.gz or .tar.xz archives of saved pages",
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
        var indexFailure = await FollowedRun.CatchUpAsync(archive.Index, terminal);
        if (terminal.IsJson)
            terminal.WriteJson(ReportFigure.Body(report));
        else
            ReportFigure.Show(report, terminal);
        return FollowedRun.Conclude(report, indexFailure, terminal);
    }

    private static Task<RunReport> ImportAsync(string[] paths, OpenArchive archive, Terminal terminal, CancellationToken cancellation)
    {
        var plan = RunPlan.Paths(paths);
        return FollowedRun.RunAsync(
            archive.Index,
            () => RunProgressBar.ShowAsync(
                plan, terminal, watch => new ImportRun(archive.Store.Ledger, new PageReader()).ImportAsync(plan, watch, cancellation), cancellation),
            cancellation);
    }
}

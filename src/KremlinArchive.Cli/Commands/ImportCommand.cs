using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Import.Previews;
using KremlinArchive.Import.Runs;
using KremlinArchive.Import.Sources;
using KremlinArchive.Store.Audit;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>import PATH|URL…</c>: takes pages into the archive and its index.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Files, folders, .zip, .tar, .tar.gz or .tar.xz archives of saved pages, .warc, .warc.gz or .wacz web archives; or addresses of the site or of the web archive, which are fetched",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what the import would do, field by field, and store nothing", Arity = ArgumentArity.Zero };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("import", "Take pages into the archive") { Paths, DryRun };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var paths = parsed.GetValue(Paths)!;
        if (paths.All(FetchAddress.IsAddress) && parsed.GetValue(DryRun))
            throw new WrongArgumentException("--dry-run is for files; fetch --dry-run says what would be asked for.");
        if (paths.All(FetchAddress.IsAddress))
            return await FetchAsync(paths, parsed, terminal, cancellation);
        if (paths.Select(PageSource.Problem).OfType<string>().ToList() is { Count: > 0 } problems)
            throw new WrongArgumentException("PATH: " + string.Join(" ", problems));

        if (parsed.GetValue(DryRun))
            return await RehearseAsync(paths, ArchiveOptions.DataDirectory(parsed), terminal, cancellation);
        using var archive = await OpenArchive.OpenAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var plan = RunPlan.Paths(paths) with { Note = new AuditNote(Actor.CommandLine, AuditAction.Imported) };
        return Show(await ArchiveRun.RunAsync(plan, archive, terminal, cancellation), terminal);
    }

    private static async Task<ExitCode> RehearseAsync(string[] paths, string directory, Terminal terminal, CancellationToken cancellation)
    {
        using var store = await OpenArchive.OpenStoreAsync(directory, cancellation);
        await using var rehearsal = await store.RehearseImportAsync(cancellation);
        var preview = new ImportPreview(TimeProvider.System, PreviewFigure.Most);
        var report = await ArchiveRun.PassAsync(RunPlan.Paths(paths), rehearsal.Ledger, terminal, preview.Count, cancellation);
        PreviewFigure.Show(report, preview, terminal);
        return ArchiveRun.Conclude(new FinishedRun(report, IndexFailure: null), terminal);
    }

    private static async Task<ExitCode> FetchAsync(string[] addresses, ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var fetching = Fetching.Open();
        var order = FetchOrder.Addresses(fetching.Addresses("PATH", addresses));
        using var archive = await OpenArchive.OpenAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        return Show(await ArchiveRun.RunAsync(fetching.Of(archive).Plan(order, Actor.CommandLine, fetching.Waiting(terminal)), archive, terminal, cancellation), terminal);
    }

    private static ExitCode Show(FinishedRun run, Terminal terminal)
    {
        if (terminal.IsJson)
            terminal.WriteJson(ReportFigure.Body(run.Report));
        else
            ReportFigure.Show(run.Report, terminal);
        return ArchiveRun.Conclude(run, terminal);
    }
}

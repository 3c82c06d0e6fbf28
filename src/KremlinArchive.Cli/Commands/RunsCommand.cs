using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>runs</c> and <c>run N</c>: what imports and fetches there were, who began them, and what became of their pages.</summary>
internal static class RunsCommand
{
    private const int Largest = 1000;

    private static readonly Option<long?> Before = new("--before") { Description = "Only runs with smaller numbers", HelpName = "N" };
    private static readonly Option<int> Most = new("--size") { Description = $"At most so many, up to {Largest}", HelpName = "N", DefaultValueFactory = _ => 20 };
    private static readonly Argument<long> Number = new("N") { Description = "The run's number" };
    private static readonly Option<string?> Only = new("--outcome") { Description = "Only pages with this outcome: added, revised, unchanged, skipped or quarantined", HelpName = "OUTCOME" };
    private static readonly Option<long> After = new("--after") { Description = "Only pages after this key of an earlier answer", HelpName = "KEY" };

    public static Command CreateList(Terminal terminal)
    {
        var command = new Command("runs", "List imports and fetches, the newest first") { Before, Most };
        command.SetAction(async (parsed, cancellation) => (int)await ListAsync(parsed, terminal, cancellation));
        return command;
    }

    public static Command CreateOne(Terminal terminal)
    {
        var command = new Command("run", "Show a run and what became of its pages") { Number, Only, After, Most };
        command.SetAction(async (parsed, cancellation) => (int)await ShowAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> ListAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var most = ArchiveOptions.CountOf(Most, parsed.GetValue(Most), Largest);
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var runs = await store.Runs.ListAsync(parsed.GetValue(Before), most, cancellation);
        if (terminal.IsJson)
            terminal.WriteJson(new ListBody([.. runs.Select(run => DeskJson.Body(run, isUnderWay: false))]));
        else
            terminal.Write(Figures.Rows(runs.Select(Row), "Run", "Began", "By", "Added", "Revised", "Unchanged", "Skipped", "Quarantined", "What"));
        return ExitCode.Done;
    }

    private static async Task<ExitCode> ShowAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var most = ArchiveOptions.CountOf(Most, parsed.GetValue(Most), Largest);
        var only = OutcomeOf(parsed);
        var number = parsed.GetValue(Number);
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        if (await store.Runs.FindAsync(number, cancellation) is not { } run)
            return terminal.Fail(ExitCode.CouldNotRun, $"There was no run {number}.");
        var pages = await store.Runs.OutcomesAsync(number, only, parsed.GetValue(After), most, cancellation);
        if (terminal.IsJson)
        {
            terminal.WriteJson(new OneBody(DeskJson.Body(run, isUnderWay: false), [.. pages.Select(DeskJson.Body)]));
            return ExitCode.Done;
        }

        terminal.Write(Figures.Rows([Row(run)], "Run", "Began", "By", "Added", "Revised", "Unchanged", "Skipped", "Quarantined", "What"));
        if (run.Failure is { } failure)
            terminal.WriteLine(failure);
        terminal.Write(Figures.Rows(
            pages.Select(page => new[] { page.Outcome.Source, Name(page.Outcome.Outcome), page.Outcome.Record?.ToString() ?? page.Outcome.Reason ?? "" }), "Page", "Outcome", "Record or reason"));
        if (pages.Count == most)
            terminal.Note($"run {number} --after {pages[^1].Key} shows the next ones.");
        return ExitCode.Done;
    }

    private static Outcome? OutcomeOf(ParseResult parsed)
    {
        if (parsed.GetResult(Only) is null)
            return null;
        var name = ArchiveOptions.ValueOf(Only, parsed.GetValue(Only));
        return Enum.GetValues<Outcome>().Where(outcome => Name(outcome) == name).Select(outcome => (Outcome?)outcome).FirstOrDefault()
            ?? throw new WrongArgumentException($"--outcome: '{name}' is none of added, revised, unchanged, skipped, quarantined.");
    }

    private static string[] Row(HistoricRun run) =>
    [
        Figures.Number(run.Number),
        Figures.Time(run.StartedAt),
        run.StartedBy ?? "",
        Figures.Number(run.Counts.Added),
        Figures.Number(run.Counts.Revised),
        Figures.Number(run.Counts.Unchanged),
        Figures.Number(run.Counts.Skipped),
        Figures.Number(run.Counts.Quarantined),
        run.Description,
    ];

    private static string Name(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    private sealed record ListBody(IReadOnlyList<RunBody> Runs);

    private sealed record OneBody(RunBody Run, IReadOnlyList<OutcomeBody> Pages);
}

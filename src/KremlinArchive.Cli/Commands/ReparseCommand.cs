using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Import.Runs;
using KremlinArchive.Search.Comparing;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>reparse</c>: reads all captures anew with today's parser; shows what would change, and changes it only with <c>--apply</c>.</summary>
internal static class ReparseCommand
{
    private const int UsualDiffs = 20;

    private static readonly Option<bool> Apply = new("--apply") { Description = "Keep what changes; without it the archive stays as it is" };

    private static readonly Option<int> Diffs = new("--diffs")
    {
        Description = "Show the differences of at most so many records",
        HelpName = "N",
        DefaultValueFactory = _ => UsualDiffs,
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("reparse", "Read all captures anew with today's parser and show what would change") { Apply, Diffs };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var most = parsed.GetValue(Diffs);
        if (most < 0)
            throw new WrongArgumentException($"--diffs: {most} is not a whole number from 0 on.");
        var directory = ArchiveOptions.DataDirectory(parsed);
        var tally = new ComparisonTally(most);
        return parsed.GetValue(Apply) ? ApplyAsync(directory, tally, terminal, cancellation) : ShowAsync(directory, tally, terminal, cancellation);
    }

    private static async Task<ExitCode> ShowAsync(string directory, ComparisonTally tally, Terminal terminal, CancellationToken cancellation)
    {
        using var store = await OpenArchive.OpenExistingStoreAsync(directory, cancellation);
        await using var rehearsal = await store.RehearseAsync(cancellation);
        var report = await ArchiveRun.PassAsync(RunPlan.Reparse(store.Captures), rehearsal.Ledger, terminal, outcomes => Count(outcomes, tally), cancellation);
        ReparseFigure.Show(report, tally, isApplied: false, terminal);
        return ArchiveRun.Conclude(new FinishedRun(report, IndexFailure: null), terminal);
    }

    private static async Task<ExitCode> ApplyAsync(string directory, ComparisonTally tally, Terminal terminal, CancellationToken cancellation)
    {
        using var archive = await OpenArchive.OpenExistingAsync(directory, cancellation);
        var plan = RunPlan.Reparse(archive.Store.Captures) with { Note = new AuditNote(Actor.CommandLine, AuditAction.Reparsed) };
        var run = await ArchiveRun.RunAsync(plan, archive, terminal, cancellation, outcomes => Count(outcomes, tally));
        ReparseFigure.Show(run.Report, tally, isApplied: true, terminal);
        return ArchiveRun.Conclude(run, terminal);
    }

    private static void Count(IReadOnlyList<PageOutcome> outcomes, ComparisonTally tally)
    {
        foreach (var change in outcomes.Select(outcome => outcome.Change).OfType<ContentChange>())
        {
            if (change.Before is { } before)
                tally.Count(change.Id, change.Version, change.Kind == ChangeKind.OlderFound ? change.After : before, change.Kind == ChangeKind.OlderFound ? before : change.After);
        }
    }
}

using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Store.Fetches;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>fetches</c>: fetches that did not come to their end, and sites that are left alone for a while.</summary>
internal static class FetchesCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("fetches", "List the fetches that did not come to their end");
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var plans = await store.Fetches.UnfinishedAsync(cancellation);
        var holds = await store.Holds.ListAsync(cancellation);
        if (terminal.IsJson)
        {
            terminal.WriteJson(new Answer(
                [.. plans.Select(plan => new PlanLine(plan.Id, plan.Terms.Description, plan.StartedBy, plan.BegunAt, plan.Run, plan.Waiting))],
                [.. holds.Select(hold => new HoldLine(hold.Address, hold.Until, hold.Reason))]));
            return ExitCode.Done;
        }

        terminal.Write(Figures.Rows(plans.Select(Row), "Fetch", "What", "By", "Begun", "Last run", "Steps left"));
        foreach (var hold in holds)
            terminal.WriteLine($"{hold.Address} is left alone until {Figures.Time(hold.Until)}. {hold.Reason}");
        return ExitCode.Done;
    }

    private static string[] Row(FetchPlan plan) =>
    [
        Figures.Number(plan.Id), plan.Terms.Description, plan.StartedBy ?? "", Figures.Time(plan.BegunAt), plan.Run is { } run ? Figures.Number(run) : "", Figures.Number(plan.Waiting),
    ];

    private sealed record Answer(IReadOnlyList<PlanLine> Fetches, IReadOnlyList<HoldLine> Holds);

    private sealed record PlanLine(long Fetch, string Description, string? StartedBy, DateTimeOffset BegunAt, long? Run, int Waiting);

    private sealed record HoldLine(string Address, DateTimeOffset Until, string Reason);
}

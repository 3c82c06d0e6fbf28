using System.Globalization;
using KremlinArchive.Import.Runs;
using Spectre.Console;

namespace KremlinArchive.Cli.Output;

/// <summary>A run's progress on the standard error: a bar on a terminal, now and then a line elsewhere.</summary>
internal static class RunProgressBar
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    public static Task<RunReport> ShowAsync(
        RunPlan plan, Terminal terminal, Func<RunWatch, Task<RunReport>> run, CancellationToken cancellation) =>
        // How much is to be fetched is known when it has come.
        terminal.Notes.Profile.Capabilities.Interactive && plan.Patience is null ? ShowBarAsync(plan, terminal, run, cancellation) : ShowLinesAsync(terminal, run);

    private static Task<RunReport> ShowBarAsync(
        RunPlan plan, Terminal terminal, Func<RunWatch, Task<RunReport>> run, CancellationToken cancellation) =>
        terminal.Notes.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("Reading", maxValue: Math.Max(1, await plan.Measure(cancellation)));
                var report = await run(new RunWatch
                {
                    BatchStored = done =>
                    {
                        bar.Value = done.Taken;
                        bar.Description = Line(done);
                    },
                    Waits = why => bar.Description = why is null ? bar.Description : Markup.Escape(why),
                });
                bar.Value = report.Failure is null ? bar.MaxValue : bar.Value;
                return report;
            });

    private static Task<RunReport> ShowLinesAsync(Terminal terminal, Func<RunWatch, Task<RunReport>> run)
    {
        var said = TimeSpan.Zero;
        return run(new RunWatch
        {
            BatchStored = done =>
            {
                if (done.Elapsed - said < BetweenLines)
                    return;
                said = done.Elapsed;
                terminal.Note(Line(done));
            },
            Waits = why => terminal.Note(why ?? "It goes on."),
        });
    }

    private static string Line(RunProgress done) => string.Create(CultureInfo.InvariantCulture, $"{done.Done:N0} pages, {done.Quarantined:N0} quarantined, {done.Rate:N0} a second");
}

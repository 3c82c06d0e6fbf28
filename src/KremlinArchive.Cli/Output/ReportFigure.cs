using KremlinArchive.Import.Runs;

namespace KremlinArchive.Cli.Output;

/// <summary>The outcome of an import, for programs and for people.</summary>
internal static class ReportFigure
{
    private const int MostShown = 20;

    public static ReportBody Body(RunReport report) => new(
        report.Added,
        report.Revised,
        report.Unchanged,
        report.Skipped,
        report.Quarantined,
        Math.Round(report.Duration.TotalSeconds, 2),
        report.Problems,
        report.ProblemsLeftOut);

    public static void Show(RunReport report, Terminal terminal)
    {
        terminal.Write(Figures.Facts(
            ("Added", Figures.Number(report.Added)),
            ("Revised", Figures.Number(report.Revised)),
            ("Unchanged", Figures.Number(report.Unchanged)),
            ("Skipped", Figures.Number(report.Skipped)),
            ("Quarantined", Figures.Number(report.Quarantined)),
            ("Time", Figures.Seconds(report.Duration))));
        if (report.Problems.Count == 0)
            return;
        terminal.Write(Figures.Rows(report.Problems.Take(MostShown).Select(problem => new[] { problem.Source, problem.Reason }), "Quarantined", "Why"));
        if (report.Quarantined > MostShown)
            terminal.WriteLine($"… and {Figures.Number(report.Quarantined - MostShown)} more; --json lists up to {Figures.Number(RunReport.MostProblems)} of them.");
    }
}

/// <summary>The JSON of an import's outcome.</summary>
internal record ReportBody(
    int Added,
    int Revised,
    int Unchanged,
    int Skipped,
    int Quarantined,
    double Seconds,
    IReadOnlyList<RunProblem> Problems,
    int ProblemsLeftOut);

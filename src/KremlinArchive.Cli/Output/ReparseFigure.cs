using KremlinArchive.Import.Runs;
using KremlinArchive.Search.Comparing;

namespace KremlinArchive.Cli.Output;

/// <summary>What reading all captures anew changes, for programs and for people.</summary>
internal static class ReparseFigure
{
    private const int MostPassages = 5;

    public static void Show(RunReport report, ComparisonTally tally, bool isApplied, Terminal terminal)
    {
        if (terminal.IsJson)
        {
            terminal.WriteJson(Body(report, tally, isApplied));
            return;
        }

        terminal.WriteLine(isApplied ? "Applied." : "Nothing is changed: this is what --apply would do.");
        ReportFigure.Show(report, terminal);
        if (tally.Fields.Count > 0)
            terminal.Write(Figures.Rows(tally.Fields.Select(field => new[] { field.Key, Figures.Number(field.Value) }), "Field", "Records"));
        foreach (var kept in tally.Kept)
            Show(kept, terminal);
    }

    private static void Show(TalliedComparison kept, Terminal terminal)
    {
        terminal.WriteLine();
        terminal.WriteLine($"{kept.Id}, version {kept.Version}");
        ComparisonFigure.Show(kept.Comparison, isWhole: false, MostPassages, terminal);
    }

    private static ReparseBody Body(RunReport report, ComparisonTally tally, bool isApplied) => new(
        isApplied,
        ReportFigure.Body(report),
        tally.Fields,
        [.. tally.Kept.Select(kept => new ReparseDiffBody(
            kept.Id.ToString(),
            kept.Version,
            FieldBody.Of(kept.Comparison, MostPassages)))]);
}

/// <summary>The JSON of a reparse.</summary>
internal sealed record ReparseBody(bool Applied, ReportBody Outcomes, IReadOnlyDictionary<string, int> Fields, IReadOnlyList<ReparseDiffBody> Diffs);

/// <summary>What today's reading of a version differs in.</summary>
internal sealed record ReparseDiffBody(string Id, int Version, IReadOnlyList<FieldBody> Fields);

using KremlinArchive.Import.Previews;
using KremlinArchive.Import.Runs;
using KremlinArchive.Search.Comparing;
using KremlinArchive.Store.Changes;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Cli.Output;

/// <summary>What an import would do, for programs and for people.</summary>
internal static class PreviewFigure
{
    /// <summary>At most so many pages are shown one by one.</summary>
    public const int Most = 100;

    private const int MostPassages = 5;

    public static void Show(RunReport report, ImportPreview preview, Terminal terminal)
    {
        if (terminal.IsJson)
        {
            terminal.WriteJson(Body(report, preview));
            return;
        }

        terminal.WriteLine("Nothing is stored: this is what the import would do.");
        ReportFigure.Show(report, terminal);
        if (preview.Warnings.Count > 0)
            terminal.Write(Figures.Rows(preview.Warnings.Select(warning => new[] { warning.Key.Key(), Figures.Number(warning.Value) }), "Warning", "Records"));
        foreach (var page in preview.Pages)
            Show(page, terminal);
        if (preview.LeftOut > 0)
            terminal.WriteLine($"… and {Figures.Number(preview.LeftOut)} more.");
    }

    private static void Show(PreviewedPage page, Terminal terminal)
    {
        terminal.WriteLine();
        terminal.WriteLine($"{page.Outcome.Source}: {Name(page.Outcome.Outcome)}{(page.Outcome.Record is { } id ? $" {id}" : "")}");
        if (page.Outcome.Reason is { } reason)
            terminal.WriteLine(reason);
        foreach (var warning in page.Warnings)
            terminal.WriteLine($"warning: {warning.Key()}");
        if (page.Outcome.Change is { } change)
            ComparisonFigure.Show(Compare(change), isWhole: false, MostPassages, terminal);
    }

    private static PreviewBody Body(RunReport report, ImportPreview preview) => new(
        Applied: false,
        ReportFigure.Body(report),
        preview.Warnings.ToDictionary(warning => warning.Key.Key(), warning => warning.Value),
        [.. preview.Pages.Select(Body)],
        preview.LeftOut);

    private static PreviewedPageBody Body(PreviewedPage page) => new(
        page.Outcome.Source,
        Name(page.Outcome.Outcome),
        page.Outcome.Record?.ToString(),
        page.Outcome.Change?.Version,
        page.Outcome.Reason,
        [.. page.Warnings.Select(warning => warning.Key())],
        page.Outcome.Change is { } change ? FieldBody.Of(Compare(change), MostPassages) : []);

    // An older state is held against the one that stays.
    private static RecordComparison Compare(ContentChange change) => (change.Before, change.Kind) switch
    {
        (null, _) => RecordComparison.OfNew(change.After),
        ({ } current, ChangeKind.OlderFound) => RecordComparison.Of(change.After, current),
        ({ } before, _) => RecordComparison.Of(before, change.After),
    };

    private static string Name(Outcome outcome) => outcome.ToString().ToLowerInvariant();
}

/// <summary>The JSON of a dry run.</summary>
internal sealed record PreviewBody(bool Applied, ReportBody Outcomes, IReadOnlyDictionary<string, int> Warnings, IReadOnlyList<PreviewedPageBody> Pages, int PagesLeftOut);

/// <summary>What would become of a page.</summary>
internal sealed record PreviewedPageBody(string Source, string Outcome, string? Id, int? Version, string? Reason, IReadOnlyList<string> Warnings, IReadOnlyList<FieldBody> Fields);

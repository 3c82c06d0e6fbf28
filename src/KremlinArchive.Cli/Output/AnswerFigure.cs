using System.Globalization;
using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using Spectre.Console;

namespace KremlinArchive.Cli.Output;

/// <summary>A search's answer for people: what was found, hit by hit, and how the matches spread.</summary>
internal static class AnswerFigure
{
    private const int MostValues = 5;
    private const string Indent = "   ";

    public static void Show(SearchAnswer answer, Terminal terminal)
    {
        foreach (var warning in answer.Warnings)
            terminal.Note(warning.Text);
        if (answer.Rescue is { } rescue)
            terminal.Note(rescue.IsShown ? $"Nothing was found as typed. Shown: {rescue.Request.Query}" : $"Did you mean: {rescue.Request.Query} ({Figures.Number(rescue.Total)})");
        foreach (var names in answer.OtherNames)
            terminal.Note($"{names.Typed} is also looked for as: {string.Join(", ", names.Names)}");
        terminal.WriteLine(Heading(answer));
        var number = ((answer.Page - 1) * (long)answer.Size) + 1;
        foreach (var hit in answer.Hits)
            Show(hit, number++, terminal);
        if (answer.Total > 0)
            terminal.Write(Figures.Rows(Facets(answer), "Facet", "Most frequent"));
    }

    private static string Heading(SearchAnswer answer)
    {
        var found = answer.Total == 1 ? "1 record" : $"{Figures.Number(answer.Total)} records";
        var pages = (answer.Total + answer.Size - 1) / answer.Size;
        return string.Create(CultureInfo.InvariantCulture, $"{found}{(pages > 1 ? $", page {answer.Page} of {pages}" : "")} ({answer.TookMs:0.0} ms)");
    }

    private static void Show(SearchHit hit, long number, Terminal terminal)
    {
        terminal.WriteLine();
        terminal.WriteLine($"{Figures.Number(number)}. {hit.Title}");
        terminal.WriteLine(Indent + string.Join(" · ", new[] { hit.Id.ToString(), hit.Published.ToString(), hit.Kind.Key(), hit.Place }.Where(part => part is not null)));
        foreach (var snippet in hit.Snippets)
        {
            var speaker = snippet.Speaker is null ? "" : snippet.Speaker + ": ";
            terminal.Write(Indent + speaker + snippet.Text, Indent + Plain(speaker) + Marked(snippet.Text));
        }
    }

    /// <summary>The snippet with its marks in bold, where the terminal can show that.</summary>
    private static string Marked(MarkedText text) =>
        string.Concat(text.Pieces.Select(piece => piece.IsMatch ? $"[bold]{Plain(piece.Text)}[/]" : Plain(piece.Text)));

    private static string Plain(string text) => Markup.Escape(Terminal.Clean(text));

    private static IEnumerable<string[]> Facets(SearchAnswer answer) =>
        from facet in FacetNames.All
        let values = answer.Facets.GetValueOrDefault(facet) ?? []
        where values.Count > 0
        select new[] { facet.Name(), string.Join(", ", values.OrderByDescending(value => value.Count).Take(MostValues).Select(Value)) };

    private static string Value(FacetValue value) =>
        $"{value.Label}{(value.Label == value.Value ? "" : $" [{value.Value}]")} {Figures.Number(value.Count)}";
}

using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Records;
using KremlinArchive.Search.Json;
using KremlinArchive.Search.Requests;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>search QUERY</c>: the same question and the same answer as the API's.</summary>
internal static class SearchCommand
{
    private static readonly Argument<string[]> Query = new("QUERY")
    {
        Description = "Words that must all occur, \"a phrase\", -word to exclude; nothing finds every record",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string>[] Single =
    [
        Parameter<string>("from", "Published then or later: 2021, 2021-12 or 2021-12-07", "DATE"),
        Parameter<string>("to", "Published then or earlier; that day, month or year included", "DATE"),
        Parameter<string>("match", "all (every word must occur) or any", "WORDS"),
        Parameter<string>("expand", "off: no other names of the same", "SWITCH"),
        Parameter<string>("rescue", "off: no other reading of a query that finds nothing", "SWITCH"),
        Parameter<string>("sort", "relevance, newest or oldest", "ORDER"),
        Parameter<string>("page", "The page of the answer, from 1", "N"),
        Parameter<string>("size", "Hits on a page, at most 100", "N"),
    ];

    private static readonly Option<string[]>[] Facets =
    [
        .. FacetNames.All.Where(facet => facet != Facet.Year).Select(facet => facet.Parameter())
            .SelectMany(name => (Option<string[]>[])
            [
                Parameter<string[]>(name, $"Only this {name}; repeated: one of these", "KEY"),
                Parameter<string[]>("not." + name, $"Not this {name}", "KEY"),
            ]),
    ];

    public static Command Create(Terminal terminal)
    {
        var command = new Command("search", "Find records") { Query };
        foreach (Option option in (Option[])[.. Single, .. Facets])
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var reading = SearchParameters.Read([.. Parameters(parsed)], Language.English);
        if (reading.Problems.Count > 0)
            throw new WrongArgumentException(string.Join(" ", reading.Problems.Select(problem => $"--{problem.Parameter}: {problem.Text}")));

        using var archive = await OpenArchive.OpenExistingAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        await archive.Index.CatchUpAsync(cancellation);
        var answer = archive.Index.Search(reading.Request, cancellation);
        if (terminal.IsJson)
            terminal.Write(ArchiveJson.Write(answer));
        else
            AnswerFigure.Show(answer, terminal);
        return ExitCode.Done;
    }

    /// <summary>The parameters as they would stand in an address.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Parameters(ParseResult parsed)
    {
        var words = parsed.GetValue(Query) ?? [];
        if (words.FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
            throw new WrongArgumentException($"'{unknown}' is not an option of search.");
        yield return new("q", string.Join(' ', words));
        foreach (var option in Single.Where(option => parsed.GetResult(option) is not null))
            yield return new(option.Name.TrimStart('-'), ArchiveOptions.ValueOf(option, parsed.GetValue(option)));
        foreach (var option in Facets)
        {
            foreach (var value in parsed.GetValue(option) ?? [])
                yield return new(option.Name.TrimStart('-'), ArchiveOptions.ValueOf(option, value));
        }
    }

    private static Option<T> Parameter<T>(string name, string description, string help) => new("--" + name) { Description = description, HelpName = help };
}

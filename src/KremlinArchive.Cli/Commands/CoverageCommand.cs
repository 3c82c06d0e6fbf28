using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Records;
using KremlinArchive.Search.Json;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Listings;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>coverage</c>: how much of what the site has published the archive holds, as the API tells it; with <c>--fetch</c>, what it lacks is asked for.</summary>
internal static class CoverageCommand
{
    /// <summary>So many addresses are asked for in one fetch.</summary>
    private const int MostAddresses = 1000;

    private static readonly Option<string> Language = new("--lang") { Description = "The language of the documents: ru or en", HelpName = "LANGUAGE", Required = true };
    private static readonly Option<string> From = new("--from") { Description = "The first Moscow day, or its month or year", HelpName = "DATE", Required = true };
    private static readonly Option<string> To = new("--to") { Description = $"The last one, included; {CoverageReader.MostDays} days at most", HelpName = "DATE", Required = true };
    private static readonly Option<bool> Fetch = new("--fetch") { Description = $"Fetch what is missing or was refused, {MostAddresses} documents at most", Arity = ArgumentArity.Zero };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("coverage", "Show how much of what the site has published the archive holds") { Language, From, To, Fetch };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var given = ArchiveOptions.ValueOf(Language, parsed.GetValue(Language));
        var language = LanguageCodes.Parse(given) ?? throw new WrongArgumentException($"--lang: '{given}' is not a language of the archive: ru or en.");
        var span = Span(Date(parsed, From), Date(parsed, To));
        if (parsed.GetValue(Fetch))
            return await FetchAsync(language, span, parsed, terminal, cancellation);
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var days = await store.Coverage.DaysAsync(language, span, cancellation);
        if (terminal.IsJson)
            terminal.Write(ArchiveJson.Write(language, days));
        else
            Show(days, terminal);
        return ExitCode.Done;
    }

    private static void Show(IReadOnlyList<CoverageDay> days, Terminal terminal)
    {
        var sum = days.Aggregate(new CoverageCount(), (all, day) => all + day.Coverage);
        terminal.Write(Figures.Rows(
            days.Where(day => day.Coverage.Known > 0).Select(day => Row($"{day.Day:yyyy-MM-dd}", day.Coverage)).Append(Row("All", sum)),
            "Day", "Known", "Held", "Missing", "Refused", "Absent", "Unreadable"));
    }

    private static async Task<ExitCode> FetchAsync(Language language, DaySpan span, ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var fetching = Fetching.Open();
        using var archive = await OpenArchive.OpenExistingAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var gaps = await archive.Store.Coverage.AskableAsync(language, span, MostAddresses, cancellation);
        if (gaps.Count == 0)
            return terminal.Fail(ExitCode.CouldNotRun, "There is nothing to fetch: of these days, nothing is known that could be asked for.");
        var order = FetchOrder.Gaps(language, span, [.. gaps.Select(gap => gap.Address)]);
        var plan = fetching.Of(archive).Plan(order, Actor.CommandLine, fetching.Waiting(terminal));
        return await FetchCommand.ShowAsync(await ArchiveRun.RunAsync(plan, archive, terminal, cancellation), archive.Store, terminal);
    }

    private static DaySpan Span(PartialDate from, PartialDate to)
    {
        if (to.Last < from.First)
            throw new WrongArgumentException($"--from: {from} is after {to}.");
        if (to.Last.DayNumber - from.First.DayNumber >= CoverageReader.MostDays)
            throw new WrongArgumentException($"--to: more than {CoverageReader.MostDays} days are not told at once.");
        return new DaySpan(from.First, to.Last);
    }

    private static PartialDate Date(ParseResult parsed, Option<string> option) =>
        PartialDate.Parse(ArchiveOptions.ValueOf(option, parsed.GetValue(option))) is { First.Year: > 1, Last.Year: < 9999 } date
            ? date
            : throw new WrongArgumentException($"{option.Name} is a year, a month or a day: 2024, 2024-10 or 2024-10-17.");

    private static string[] Row(string day, CoverageCount count) =>
        [day, .. new[] { count.Known, count.Held, count.Missing, count.Refused, count.Absent, count.Unreadable }.Select(number => Figures.Number(number))];
}

using System.CommandLine;
using System.Globalization;
using KremlinArchive.Cli.Output;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Asked;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>searches</c>: what was searched for, or searched for in vain, in the last days.</summary>
internal static class SearchesCommand
{
    private const int LargestSize = 1000;

    private static readonly Option<bool> Failed = new("--failed") { Description = "Only what was searched for in vain" };
    private static readonly Option<int> Days = new("--days") { Description = $"Of the last days, 1 to {AskedRegister.DaysKept}", HelpName = "N", DefaultValueFactory = _ => 30 };
    private static readonly Option<int> Most = new("--most") { Description = $"At most so many, up to {LargestSize}", HelpName = "N", DefaultValueFactory = _ => 20 };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("searches", "Tell what was searched for most often, or in vain") { Failed, Days, Most };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var days = parsed.GetValue(Days);
        if (days is < 1 or > AskedRegister.DaysKept)
            throw new WrongArgumentException($"--days: {days} is not a whole number from 1 to {AskedRegister.DaysKept}.");
        var most = ArchiveOptions.CountOf(Most, parsed.GetValue(Most), LargestSize);
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var order = parsed.GetValue(Failed) ? AskedOrder.Failed : AskedOrder.Popular;
        var searches = await store.Asked.ListAsync(order, days, most, cancellation);
        if (terminal.IsJson)
            terminal.Write(ArchiveJson.Write(searches));
        else if (searches.Count == 0)
            terminal.WriteLine(order == AskedOrder.Failed ? "Nothing was searched for in vain." : "Nothing was searched for, or searches are not counted.");
        else
            terminal.Write(Figures.Rows(searches.Select(Row), "Query", "Times", "In vain", "Found last", "Last day"));
        return ExitCode.Done;
    }

    private static string[] Row(AskedTotal search) =>
        [search.Query, Figures.Number(search.Times), Figures.Number(search.InVain), Figures.Number(search.Found), search.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
}

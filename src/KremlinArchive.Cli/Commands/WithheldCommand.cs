using System.CommandLine;
using System.Globalization;
using KremlinArchive.Cli.Output;
using KremlinArchive.Store.Withholding;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>withheld</c>: what is withheld from readers, the newest first.</summary>
internal static class WithheldCommand
{
    private const int LargestSize = 1000;

    private static readonly Option<long?> Before = new("--before") { Description = "Only what has smaller keys", HelpName = "N" };

    private static readonly Option<int> Size = new("--size") { Description = "How many, at most 1000", HelpName = "N", DefaultValueFactory = _ => 100 };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("withheld", "List what is withheld from readers") { Before, Size };
        command.SetAction(async (parsed, cancellation) =>
        {
            var size = parsed.GetValue(Size);
            if (size < 1)
                throw new WrongArgumentException($"--size: {size} is not a whole number from 1 on.");
            using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
            Show(await store.Withholding.ListAsync(parsed.GetValue(Before), Math.Min(size, LargestSize), cancellation), terminal);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static void Show(IReadOnlyList<WithheldItem> items, Terminal terminal)
    {
        if (terminal.IsJson)
            terminal.WriteJson(new ListAnswer([.. items.Select(item => new Answer(item.Key, item.Capture, [.. item.Records.Select(record => record.Id.ToString())], item.Reason, item.At, item.By))]));
        else if (items.Count == 0)
            terminal.WriteLine("Nothing is withheld.");
        else
            terminal.Write(Figures.Rows(items.Select(Row), "Key", "What", "Since", "By", "Reason"));
    }

    private static string[] Row(WithheldItem item) =>
    [
        item.Key.ToString(CultureInfo.InvariantCulture),
        item.Capture is { } capture ? $"capture {capture} of {string.Join(", ", item.Records.Select(record => record.Id))}" : $"record {item.Records[0].Id}",
        Figures.Time(item.At),
        item.By ?? "command line",
        item.Reason,
    ];

    private sealed record Answer(long Key, long? Capture, IReadOnlyList<string> Records, string Reason, DateTimeOffset WithheldAt, string? By);

    private sealed record ListAnswer(IReadOnlyList<Answer> Withheld);
}

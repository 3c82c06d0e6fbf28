using System.CommandLine;
using System.Globalization;
using KremlinArchive.Cli.Output;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>captures ID</c>: the captures of a record, in the order of arrival.</summary>
internal static class CapturesCommand
{
    private const int LargestSize = 1000;

    private static readonly Argument<string> Id = RecordArgument.Create();

    private static readonly Option<long> After = new("--after") { Description = "Only captures with larger numbers", HelpName = "N" };

    private static readonly Option<int> Size = new("--size") { Description = "How many, at most 1000", HelpName = "N", DefaultValueFactory = _ => 100 };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("captures", "List the captures of a record") { Id, After, Size };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var id = RecordArgument.Read(parsed, Id);
        var size = parsed.GetValue(Size);
        if (size < 1)
            throw new WrongArgumentException($"--size: {size} is not a whole number from 1 on.");
        var directory = ArchiveOptions.DataDirectory(parsed);
        using var store = await OpenArchive.OpenExistingStoreAsync(directory, cancellation);
        var sought = await store.Catalogue.OfAsync(id, parsed.GetValue(After), Math.Min(size, LargestSize), cancellation);
        if (sought.Found is not { } page)
            return terminal.Fail(ExitCode.CouldNotRun, sought.Tombstone?.Sentence($"Record {id}") ?? $"The archive in {directory} holds no record {id}.");
        if (terminal.IsJson)
            terminal.Write(ArchiveJson.Write(page));
        else
            terminal.Write(Figures.Rows(page.Captures.Select(Row), "Capture", "Captured", "Arrived", "Form", "Way", "Version", "Bytes", "From"));
        return ExitCode.Done;
    }

    private static string[] Row(CaptureEntry capture) =>
    [
        capture.Number.ToString(CultureInfo.InvariantCulture) + (capture.IsClosed ? " (withheld)" : ""),
        Figures.Time(capture.CapturedAt),
        Figures.Time(capture.ArrivedAt),
        capture.Form?.ToString() ?? "",
        capture.Way.ToString(),
        capture.Version?.ToString(CultureInfo.InvariantCulture) ?? "",
        Figures.Number(capture.Length),
        capture.PublicSource,
    ];
}

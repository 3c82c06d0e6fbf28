using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Import.Warc.Writing;
using KremlinArchive.Records;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>export --warc FILE [ID…]</c>: captures out of the archive, as they came.</summary>
internal static class ExportCommand
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private static readonly Argument<string[]> Ids = new("ID") { Description = "Only the captures of these records, for example ru/events/67315", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<string?> File = new("--warc") { Description = "Write them as WARC 1.1, packed record by record", HelpName = "FILE.warc.gz" };

    private static readonly Option<string?> Lang = new("--lang") { Description = "Only of records in this language: ru or en", HelpName = "LANG" };

    private static readonly Option<string?> From = new("--from") { Description = "Only of records published then or later: 2021, 2021-12 or 2021-12-07", HelpName = "DATE" };

    private static readonly Option<string?> To = new("--to") { Description = "Only of records published then or earlier; that day, month or year included", HelpName = "DATE" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("export", "Write captures into a file of web archives") { Ids, File, Lang, From, To };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var file = Path.GetFullPath(ArchiveOptions.ValueOf(File, parsed.GetValue(File)));
        if (!file.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase))
            throw new WrongArgumentException("--warc: the file's name must end with .warc.gz, by which other programs know what it is.");
        var selection = Selection(parsed);
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var report = await new WarcExport(store.Captures, $"KremlinArchive/{StatusCommand.Version}").WriteAsync(selection, file, Progress(terminal), cancellation);
        if (terminal.IsJson)
            terminal.WriteJson(report);
        else
            terminal.WriteLine($"{file}: {Figures.Number(report.Responses)} answers of the server and {Figures.Number(report.Resources)} captures without one, {Figures.Number(report.Size)} bytes.");
        return ExitCode.Done;
    }

    private static CaptureSelection Selection(ParseResult parsed) => new()
    {
        Language = Given(parsed, Lang) is not { } lang ? null
            : LanguageCodes.Parse(lang) ?? throw new WrongArgumentException($"--lang: '{lang}' is neither ru nor en."),
        From = Date(parsed, From)?.First,
        To = Date(parsed, To)?.Last,
        Records = [.. (parsed.GetValue(Ids) ?? []).Select(Identity)],
    };

    private static RecordId Identity(string text) => RecordId.Parse(text)
        ?? throw new WrongArgumentException($"ID: '{text}' is not a record's identity. It is language/collection/number, for example ru/events/67315.");

    private static PartialDate? Date(ParseResult parsed, Option<string?> option) => Given(parsed, option) is not { } text ? null
        : PartialDate.Parse(text) ?? throw new WrongArgumentException($"{option.Name}: '{text}' is not a date. One is 2021, 2021-12 or 2021-12-07.");

    private static string? Given(ParseResult parsed, Option<string?> option) =>
        parsed.GetResult(option) is null ? null : ArchiveOptions.ValueOf(option, parsed.GetValue(option));

    private static Action<long, long> Progress(Terminal terminal)
    {
        var said = DateTime.UtcNow;
        return (done, all) =>
        {
            if (DateTime.UtcNow - said < BetweenLines)
                return;
            said = DateTime.UtcNow;
            terminal.Note($"{Figures.Number(done)} of {Figures.Number(all)} captures");
        };
    }
}

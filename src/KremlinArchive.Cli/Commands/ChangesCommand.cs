using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Records;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Changes;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>changes</c>: the change log after a number, as the API gives it; without one, its newest edits.</summary>
internal static class ChangesCommand
{
    private const int LargestSize = 1000;

    private static readonly Option<long?> After = new("--after") { Description = "Only changes after this number, the oldest first", HelpName = "N" };
    private static readonly Option<string> Language = new("--lang") { Description = "Only records in this language: ru or en", HelpName = "LANGUAGE" };
    private static readonly Option<bool> Edits = new("--edits") { Description = "Only edits: no additions, no enrichments" };
    private static readonly Option<int> Size = new("--size") { Description = $"At most so many, up to {LargestSize}", HelpName = "N", DefaultValueFactory = _ => 20 };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("changes", "List what changed, the newest first, or the oldest first after a number") { After, Language, Edits, Size };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var selection = Selection(parsed);
        var size = parsed.GetValue(Size);
        if (size < 1)
            throw new WrongArgumentException($"--size: {size} is not a whole number from 1 on.");
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var changes = parsed.GetValue(After) is { } after
            ? await store.History.OldestAsync(selection, after, Math.Min(size, LargestSize), cancellation)
            : await store.History.NewestAsync(selection, before: null, Math.Min(size, LargestSize), cancellation);
        if (terminal.IsJson)
            terminal.Write(ArchiveJson.Write(changes));
        else
            terminal.Write(Figures.Rows(changes.Select(Row), "Change", "What", "Record", "Compare", "Noted", "Title"));
        return ExitCode.Done;
    }

    private static ChangeSelection Selection(ParseResult parsed)
    {
        var language = parsed.GetValue(Language);
        if (language is not null && LanguageCodes.Parse(language) is null)
            throw new WrongArgumentException($"--lang: '{language}' is not a language of the archive: ru or en.");
        return new ChangeSelection { Kinds = parsed.GetValue(Edits) ? ChangeSelection.Edits : [], Language = LanguageCodes.Parse(language) };
    }

    private static string[] Row(LoggedChange change) =>
    [
        Figures.Number(change.Number),
        change.Kind.ToString(),
        change.Id.ToString(),
        change.Compared?.ToString() ?? "",
        Figures.Time(change.At),
        change.Title ?? "(withheld)",
    ];
}

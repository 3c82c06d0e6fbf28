using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Records;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Reading;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>record ID</c>: one record in full.</summary>
internal static class RecordCommand
{
    private static readonly Argument<string> Id = RecordArgument.Create();

    public static Command Create(Terminal terminal)
    {
        var command = new Command("record", "Show one record in full") { Id };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var id = RecordArgument.Read(parsed, Id);
        var directory = ArchiveOptions.DataDirectory(parsed);
        using var store = await OpenArchive.OpenExistingStoreAsync(directory, cancellation);
        var sought = await store.Records.FindAsync(id, cancellation);
        if (sought.Found is not { } record)
            return terminal.Fail(ExitCode.CouldNotRun, sought.Tombstone?.Sentence($"Record {id}") ?? $"The archive in {directory} holds no record {id}.");
        if (terminal.IsJson)
            terminal.Write(ArchiveJson.Write(record));
        else
            Show(record, terminal);
        return ExitCode.Done;
    }

    private static void Show(StoredRecord stored, Terminal terminal)
    {
        var record = stored.Record;
        terminal.WriteLine(record.Title);
        terminal.WriteLine();
        terminal.Write(Figures.Facts([.. Facts(stored).Where(fact => fact.Value.Length > 0)]));
        if (record.Lead is { } lead)
        {
            terminal.WriteLine();
            terminal.WriteLine(lead);
        }

        string? speaker = null;
        foreach (var passage in record.Passages)
        {
            // A turn of several passages is labelled once, as the page labels it.
            terminal.WriteLine();
            terminal.WriteLine(passage.Speaker is { } voice && voice != speaker ? $"{voice}: {passage.Text}" : passage.Text);
            speaker = passage.Speaker;
        }
    }

    private static IEnumerable<(string Name, string Value)> Facts(StoredRecord stored)
    {
        var record = stored.Record;
        yield return ("Record", record.Id.ToString());
        yield return ("Address", record.Address);
        yield return ("Published", record.Published.ToString());
        yield return ("Place", record.Place ?? "");
        yield return ("Kind", record.Kind.Key());
        yield return ("Topics", Names(record.Topics));
        yield return ("Persons", Names(record.Persons));
        yield return ("Countries", Names(record.Countries));
        yield return ("Regions", Names(record.Regions));
        yield return ("Event", record.EventDates is { } days ? $"{days.First:yyyy-MM-dd} – {days.Last:yyyy-MM-dd}" : "");
        yield return ("Edited", record.Updated?.ToString() ?? "");
        yield return ("Translation", stored.HasTranslation ? record.Id.Translation.ToString() : "");
        yield return ("Version", $"{stored.Version} of {stored.Versions}");
        yield return ("SHA-256", stored.Sha256);
    }

    private static string Names(IEnumerable<Tag> tags) => string.Join(", ", tags.Select(tag => tag.Name));
}

using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Records;
using KremlinArchive.Search.Json;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>diff ID A..B</c>: what two versions of a record differ in.</summary>
internal static class DiffCommand
{
    private static readonly Argument<string> Id = RecordArgument.Create();
    private static readonly Argument<string> Range = new("A..B") { Description = "The two versions, for example 1..2" };
    private static readonly Option<bool> All = new("--all") { Description = "Show the passages that are the same, too" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("diff", "Compare two versions of a record") { Id, Range, All };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var id = RecordArgument.Read(parsed, Id);
        var text = parsed.GetValue(Range)!;
        var range = VersionRange.Parse(text) ?? throw new WrongArgumentException($"A..B: '{text}' is not two versions. It is, for example, 1..2.");
        var directory = ArchiveOptions.DataDirectory(parsed);
        using var store = await OpenArchive.OpenExistingStoreAsync(directory, cancellation);
        var sought = await store.Versions.PairAsync(id, range.Before, range.After, cancellation);
        if (sought.Found is not { } pair)
            return terminal.Fail(ExitCode.CouldNotRun, sought.Tombstone?.Sentence($"One of the versions {range} of {id}") ?? $"The archive in {directory} does not hold both versions {range} of {id}.");
        if (terminal.IsJson)
            terminal.Write(ArchiveJson.Write(pair, isWhole: parsed.GetValue(All)));
        else
            ComparisonFigure.Show(pair, parsed.GetValue(All), terminal);
        return ExitCode.Done;
    }
}

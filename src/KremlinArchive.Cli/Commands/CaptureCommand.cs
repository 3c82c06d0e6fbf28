using System.CommandLine;
using System.Globalization;
using KremlinArchive.Cli.Output;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>capture NUMBER [--out FILE]</c>: what is known of a capture, and its bytes into a file.</summary>
internal static class CaptureCommand
{
    private static readonly Argument<string> Number = CaptureArgument.Create();

    private static readonly Option<string?> Out = new("--out") { Description = "Write the capture's bytes into this file, which must not be there yet", HelpName = "FILE" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("capture", "Show a capture, or write it into a file") { Number, Out };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var number = CaptureArgument.Read(parsed, Number);
        var file = parsed.GetResult(Out) is null ? null : Path.GetFullPath(ArchiveOptions.ValueOf(Out, parsed.GetValue(Out)));
        var directory = ArchiveOptions.DataDirectory(parsed);
        using var store = await OpenArchive.OpenExistingStoreAsync(directory, cancellation);
        var sought = await store.Catalogue.FindAsync(number, cancellation);
        if (sought.Found is not { } showing)
            return terminal.Fail(ExitCode.CouldNotRun, sought.Tombstone?.Sentence($"Capture {number}") ?? $"The archive in {directory} has no capture {number} that shows a record.");
        if (file is not null && await WriteAsync(store.Catalogue, number, file, cancellation) is { } refusal)
            return terminal.Fail(ExitCode.CouldNotRun, refusal);
        if (terminal.IsJson)
            terminal.Write(ArchiveJson.Write(showing));
        else
            terminal.Write(Figures.Facts([.. Facts(showing, file).Where(fact => fact.Value.Length > 0)]));
        return ExitCode.Done;
    }

    /// <returns>Why it could not be written; null if it was.</returns>
    private static async Task<string?> WriteAsync(CaptureCatalogue captures, long number, string file, CancellationToken cancellation)
    {
        if ((await captures.SourceAsync(number, cancellation)).Found is not { } capture)
            return $"Capture {number} was withheld just now.";
        try
        {
            await using var written = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            await written.WriteAsync(capture.Bytes, cancellation);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{file} could not be written: {failure.Message}";
        }
    }

    private static IEnumerable<(string Name, string Value)> Facts(CaptureShowing showing, string? file)
    {
        var capture = showing.Entry;
        yield return ("Capture", capture.Number.ToString(CultureInfo.InvariantCulture));
        yield return ("From", capture.PublicSource);
        yield return ("Asked for", capture.AskedAddress ?? "");
        yield return ("Answered", capture.FinalAddress == capture.AskedAddress ? "" : capture.FinalAddress ?? "");
        yield return ("Status", capture.Status?.ToString(CultureInfo.InvariantCulture) ?? "");
        yield return ("Captured", Figures.Time(capture.CapturedAt));
        yield return ("Arrived", Figures.Time(capture.ArrivedAt));
        yield return ("Form", capture.Form?.ToString() ?? "");
        yield return ("Way", capture.Way.ToString());
        yield return ("Bytes", Figures.Number(capture.Length));
        yield return ("SHA-256", capture.Sha256);
        yield return ("Shows", string.Join("\n", showing.Shows.Select(shown => $"{shown.Id}, version {shown.Version}: {shown.Title}")));
        yield return ("Written to", file ?? "");
    }
}

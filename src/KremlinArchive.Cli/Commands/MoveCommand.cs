using System.CommandLine;
using System.Diagnostics;
using KremlinArchive.Cli.Output;
using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Moves;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>move --to PLACE</c>: the whole archive from one engine into the other, as a copy that is proved.</summary>
internal static class MoveCommand
{
    private static readonly Option<string> To = new("--to")
    {
        Description = $"Where to: a connection string of PostgreSQL, as \"{ArchiveConnection.Example}\", or a directory; there must be no archive yet, or what a move that was ended has brought",
        HelpName = "PLACE",
        Required = true,
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("move", "Copy the whole archive into PostgreSQL, or from there into a directory; what was ended goes on") { To };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var directory = await OpenArchive.ExistingAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var source = ArchiveOptions.Store(directory);
        var to = Place(ArchiveOptions.ValueOf(To, parsed.GetValue(To)), source);
        var watch = new MoveWatch { Advanced = MoveProgressLines.On(terminal), Verifying = VerifyProgressLines.On(terminal) };
        var report = await new ArchiveMove(source, to).MoveAsync(Actor.CommandLine, watch, cancellation);
        var answer = new Answer(report.From, report.To, report.Rows, report.Written, report.Found.Changes, report.Found.Versions, report.Found.Captures, report.Found.Head, Math.Round(Stopwatch.GetElapsedTime(began).TotalSeconds, 2));
        if (terminal.IsJson)
            terminal.WriteJson(answer);
        else
            Show(answer, to, terminal);
        return ExitCode.Done;
    }

    /// <summary>What has an equals sign is no directory, unless there is one of that name. It is not repeated: it may hold a password.</summary>
    private static ArchiveStoreOptions Place(string text, ArchiveStoreOptions source)
    {
        if (ArchiveConnection.Parse(text) is { } connection)
            return source with { Connection = connection };
        if (text.Contains('\0', StringComparison.Ordinal) || (text.Contains('=', StringComparison.Ordinal) && !Directory.Exists(text)))
            throw new WrongArgumentException($"--to: that is neither a connection string of PostgreSQL nor a directory. One is {ArchiveConnection.Example}");
        return source with { Connection = null, DataDirectory = ArchiveLocation.Resolve(text) };
    }

    private static void Show(Answer answer, ArchiveStoreOptions to, Terminal terminal)
    {
        terminal.Write(Figures.Facts(
            ("From", answer.From),
            ("To", answer.To),
            ("Rows, each compared", Figures.Number(answer.Rows)),
            ("Written this time", Figures.Number(answer.Written)),
            ("Changes walked", Figures.Number(answer.Changes)),
            ("Versions hashed", Figures.Number(answer.Versions)),
            ("Captures hashed", Figures.Number(answer.Captures)),
            ("Head", answer.Head ?? "none: the archive is empty"),
            ("Time", Figures.Seconds(TimeSpan.FromSeconds(answer.Seconds)))));
        terminal.WriteLine(to.Connection is null
            ? "The archive is there, too. Leave ConnectionStrings__Archive empty to use that one; what is in the server stays as it is and may be kept or dropped."
            : "The archive is there, too. Set ConnectionStrings__Archive to use that one; what is in the data directory stays as it is and may be kept or removed.");
    }

    /// <summary>The JSON of a move.</summary>
    private sealed record Answer(string From, string To, long Rows, long Written, long Changes, long Versions, long Captures, string? Head, double Seconds);
}

using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Store.Verification;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>verify</c>: proves the database, the change log, the hashes of all that is kept, and that the index shows the same.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("verify", "Walk the change log's chain, hash everything kept anew, and hold the index against it");
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var archive = await OpenArchive.OpenExistingAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var watch = VerifyProgressLines.On(terminal);
        var found = await archive.Store.Verifier.VerifyAsync(watch, cancellation);

        // What the store itself does not hold to is no measure for the index.
        var index = found.Damage.Count == 0 ? await archive.Index.VerifyAsync(watch, cancellation) : null;
        var answer = new Answer(found.Changes, found.Versions, found.Captures, found.Head, index?.Records, index is { IsComparable: true } ? index.Change : null, [.. found.Damage, .. index?.Damage ?? []]);
        if (terminal.IsJson)
            terminal.WriteJson(answer);
        else
            Show(answer, terminal);
        return answer.Damage.Count > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }

    private static void Show(Answer found, Terminal terminal)
    {
        terminal.Write(Figures.Facts(
            ("Changes walked", Figures.Number(found.Changes)),
            ("Versions hashed", Figures.Number(found.Versions)),
            ("Captures hashed", Figures.Number(found.Captures)),
            ("Head", found.Head ?? "none: the archive is empty"),
            ("Records in the index", found.IndexedRecords is { } records ? Figures.Number(records) : "not compared"),
            ("Indexed up to", found.IndexedChange is { } change ? Figures.Number(change) : "there is no index of this archive yet: the next start builds it"),
            ("Damage", found.Damage.Count == 0 ? "none" : Figures.Number(found.Damage.Count))));
        if (found.Damage.Count > 0)
            terminal.Write(Figures.Rows(found.Damage.Select(damage => new[] { damage.Where, damage.What }), "Where", "What"));
    }

    /// <summary>The JSON of a verification.</summary>
    private sealed record Answer(long Changes, long Versions, long Captures, string? Head, long? IndexedRecords, long? IndexedChange, IReadOnlyList<Damage> Damage);
}

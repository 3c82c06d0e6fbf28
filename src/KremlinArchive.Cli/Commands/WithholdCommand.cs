using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Records;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Withholding;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>withhold ID|NUMBER --reason TEXT</c> and <c>release</c>, which takes it back. Works beside a running server, which heeds it at once.</summary>
internal static class WithholdCommand
{
    private static readonly Argument<string> What = CaptureArgument.CreateForEither();

    private static readonly Option<string?> Reason = new("--reason") { Description = $"Why, in {WithholdingReason.Shortest} to {WithholdingReason.Longest} characters; readers are told why something is withheld", HelpName = "TEXT" };

    public static Command Create(Terminal terminal) => Create("withhold", "Withhold a record or a capture from readers; nothing is deleted", "is withheld.", terminal,
        (desk, record, capture, reason, cancellation) => record is not null
            ? desk.WithholdRecordAsync(record, reason, Actor.CommandLine, cancellation)
            : desk.WithholdCaptureAsync(capture, reason, Actor.CommandLine, cancellation));

    public static Command CreateRelease(Terminal terminal) => Create("release", "Show a record or a capture again that was withheld", "is released.", terminal,
        (desk, record, capture, reason, cancellation) => record is not null
            ? desk.ReleaseRecordAsync(record, reason, Actor.CommandLine, cancellation)
            : desk.ReleaseCaptureAsync(capture, reason, Actor.CommandLine, cancellation));

    private static Command Create(
        string verb, string description, string done, Terminal terminal, Func<WithholdingDesk, RecordId?, long, string, CancellationToken, Task<WithholdingProblem?>> act)
    {
        var command = new Command(verb, description) { What, Reason };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (record, capture) = CaptureArgument.ReadEither(parsed, What);
            var reason = WithholdingReason.Clean(ArchiveOptions.ValueOf(Reason, parsed.GetValue(Reason)));
            using var archive = await OpenArchive.OpenExistingAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
            var problem = await act(archive.Store.Withholding, record, capture, reason, cancellation);
            var subject = record is null ? $"Capture {capture}" : $"Record {record}";
            return (int)(problem is { } refused ? Refuse(refused, subject, terminal) : await DoneAsync(new Answer(record?.ToString(), record is null ? capture : null, reason), $"{subject} {done}", archive, terminal));
        });
        return command;
    }

    private static ExitCode Refuse(WithholdingProblem problem, string subject, Terminal terminal) => problem switch
    {
        WithholdingProblem.ReasonIsShort => throw new WrongArgumentException($"--reason: it needs at least {WithholdingReason.Shortest} characters."),
        WithholdingProblem.ReasonIsLong => throw new WrongArgumentException($"--reason: it may have at most {WithholdingReason.Longest} characters."),
        WithholdingProblem.NotHeld => terminal.Fail(ExitCode.CouldNotRun, $"{subject} is not in the archive."),
        WithholdingProblem.WithheldAlready => terminal.Fail(ExitCode.CouldNotRun, $"{subject} is withheld already."),
        WithholdingProblem.NotWithheld => terminal.Fail(ExitCode.CouldNotRun, $"{subject} is not withheld."),
        WithholdingProblem.ShowsNothing => terminal.Fail(ExitCode.CouldNotRun, $"{subject} shows no record: readers do not see it anyway."),
        _ => throw new InvalidOperationException($"{problem} has no sentence."),
    };

    private static async Task<ExitCode> DoneAsync(Answer answer, string sentence, OpenArchive archive, Terminal terminal)
    {
        var failure = await ArchiveRun.CatchUpAsync(archive.Index, terminal);
        if (failure is not null)
            terminal.Note($"It is done in the store; the index follows with the next command or start. {failure}");
        if (terminal.IsJson)
            terminal.WriteJson(answer);
        else
            terminal.WriteLine(sentence);
        return failure is null ? ExitCode.Done : ExitCode.CouldNotRun;
    }

    private sealed record Answer(string? Record, long? Capture, string Reason);
}

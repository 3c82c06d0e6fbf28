using System.CommandLine;
using KremlinArchive.Cli.Output;
using KremlinArchive.Import.Runs;
using KremlinArchive.Search.Json;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Quarantine;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>quarantine list|show|source|retry|dismiss|reopen</c>: what could not be read, why, and what is to become of it.</summary>
internal static class QuarantineCommand
{
    private const int Largest = 1000;

    private static readonly Option<string> State = new("--state") { Description = "waiting, resolved or dismissed", HelpName = "STATE", DefaultValueFactory = _ => "waiting" };
    private static readonly Option<int> Most = new("--size") { Description = $"At most so many, up to {Largest}", HelpName = "N", DefaultValueFactory = _ => 50 };
    private static readonly Argument<long> Number = new("N") { Description = "The entry's number" };
    private static readonly Argument<long?> NumberOrAll = new("N") { Description = "The entry's number; without one, all that waits", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Note = new("--note") { Description = "Why there is nothing in it, for whoever comes later", HelpName = "TEXT", Required = true };

    public static Command Create(Terminal terminal) => new("quarantine", "Look after what could not be read")
    {
        Verb(new Command("list", "List entries, the newest first") { State, Most }, terminal, ListAsync),
        Verb(new Command("show", "Show an entry") { Number }, terminal, ShowAsync),
        Verb(new Command("source", "Write the bytes of an entry as they came") { Number }, terminal, SourceAsync),
        Verb(new Command("retry", "Read an entry, or all that wait, with today's parser") { NumberOrAll }, terminal, RetryAsync),
        Verb(new Command("dismiss", "Say that there is nothing in an entry") { Number, Note }, terminal, DismissAsync),
        Verb(new Command("reopen", "Put a dismissed entry back among those that wait") { Number }, terminal, ReopenAsync),
    };

    private static Command Verb(Command command, Terminal terminal, Func<ParseResult, Terminal, CancellationToken, Task<ExitCode>> run)
    {
        command.SetAction(async (parsed, cancellation) => (int)await run(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> ListAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var most = ArchiveOptions.CountOf(Most, parsed.GetValue(Most), Largest);
        var name = parsed.GetValue(State)!;
        var state = Enum.GetValues<QuarantineState>().Where(known => Name(known) == name).Select(known => (QuarantineState?)known).FirstOrDefault()
            ?? throw new WrongArgumentException($"--state: '{name}' is none of waiting, resolved, dismissed.");
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var total = await store.Quarantine.CountAsync(state, cancellation);
        var entries = await store.Quarantine.ListAsync(state, before: null, most, cancellation);
        if (terminal.IsJson)
            terminal.WriteJson(new ListBody(total, [.. entries.Select(DeskJson.Body)]));
        else
            terminal.Write(Figures.Rows(entries.Select(entry => new[] { Figures.Number(entry.Id), Figures.Time(entry.LastAt), entry.Source, entry.Dismissal ?? entry.Reason }), "Entry", "Last tried", "Source", "Why"));
        return ExitCode.Done;
    }

    private static async Task<ExitCode> ShowAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        if (await store.Quarantine.FindAsync(parsed.GetValue(Number), cancellation) is not { } entry)
            return NoSuchEntry(parsed, terminal);
        if (terminal.IsJson)
        {
            terminal.WriteJson(DeskJson.Body(entry));
            return ExitCode.Done;
        }

        terminal.Write(Figures.Facts(
            ("Source", entry.Source),
            ("Why", entry.Reason),
            ("State", Name(StateOf(entry))),
            ("Note", entry.Dismissal ?? ""),
            ("First", Figures.Time(entry.FirstAt)),
            ("Last tried", Figures.Time(entry.LastAt)),
            ("Bytes", $"{Figures.Number(entry.Length)}, {Figures.Number(entry.KeptLength)} of them kept"),
            ("SHA-256", entry.Sha256)));
        return ExitCode.Done;
    }

    private static async Task<ExitCode> SourceAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        if (await store.Quarantine.CaptureAsync(parsed.GetValue(Number), cancellation) is not { } capture)
            return NoSuchEntry(parsed, terminal);
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(capture.Bytes, cancellation);
        return ExitCode.Done;
    }

    private static async Task<ExitCode> RetryAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var archive = await OpenArchive.OpenExistingAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var quarantine = archive.Store.Quarantine;
        var plan = RunPlan.RetryAll(quarantine, Actor.CommandLine);
        if (parsed.GetValue(NumberOrAll) is { } number)
        {
            if (await quarantine.FindAsync(number, cancellation) is not { } entry)
                return terminal.Fail(ExitCode.CouldNotRun, $"There is no entry {number} in quarantine.");
            if (!entry.IsWaiting || !entry.CanBeRetried)
                return terminal.Fail(ExitCode.CouldNotRun, entry.IsWaiting ? $"Of entry {number} too little is kept to read it again: import the page anew." : $"Entry {number} does not wait any more.");
            plan = RunPlan.Retry(quarantine, entry, Actor.CommandLine);
        }

        var run = await ArchiveRun.RunAsync(plan, archive, terminal, cancellation);
        if (terminal.IsJson)
            terminal.WriteJson(ReportFigure.Body(run.Report));
        else
            ReportFigure.Show(run.Report, terminal);
        return ArchiveRun.Conclude(run, terminal);
    }

    private static async Task<ExitCode> DismissAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var note = parsed.GetValue(Note);
        if (!QuarantineDismissals.IsNote(note))
            throw new WrongArgumentException($"--note has {QuarantineDismissals.ShortestNote} to {QuarantineDismissals.LongestNote} characters.");
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        return Tell(await store.Dismissals.DismissAsync(parsed.GetValue(Number), note!, Actor.CommandLine, cancellation), "is dismissed", "waits", parsed, terminal);
    }

    private static async Task<ExitCode> ReopenAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        return Tell(await store.Dismissals.ReopenAsync(parsed.GetValue(Number), Actor.CommandLine, cancellation), "waits again", "was dismissed", parsed, terminal);
    }

    private static ExitCode Tell(bool isDone, string done, string needed, ParseResult parsed, Terminal terminal)
    {
        var number = parsed.GetValue(Number);
        if (!isDone)
            return terminal.Fail(ExitCode.CouldNotRun, $"There is no entry {number} that {needed}.");
        if (terminal.IsJson)
            terminal.WriteJson(new DoneBody(number, done));
        else
            terminal.WriteLine($"Entry {number} {done}.");
        return ExitCode.Done;
    }

    private static ExitCode NoSuchEntry(ParseResult parsed, Terminal terminal) => terminal.Fail(ExitCode.CouldNotRun, $"There is no entry {parsed.GetValue(Number)} in quarantine.");

    private static QuarantineState StateOf(QuarantineEntry entry) => entry switch
    {
        { IsWaiting: true } => QuarantineState.Waiting,
        { Dismissal: not null } => QuarantineState.Dismissed,
        _ => QuarantineState.Resolved,
    };

    private static string Name(QuarantineState state) => state.ToString().ToLowerInvariant();

    private sealed record ListBody(long Total, IReadOnlyList<QuarantineEntryBody> Entries);

    private sealed record DoneBody(long Number, string Done);
}

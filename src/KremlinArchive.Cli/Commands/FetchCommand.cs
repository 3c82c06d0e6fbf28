using System.CommandLine;
using System.Globalization;
using System.Text.Json.Serialization;
using KremlinArchive.Cli.Output;
using KremlinArchive.Import.Fetching;
using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Import.Fetching.Watching;
using KremlinArchive.Import.Runs;
using KremlinArchive.Records;
using KremlinArchive.Store;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Fetches;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>fetch</c>: asks the site for pages, politely, and goes on where it stopped.</summary>
internal static class FetchCommand
{
    private static readonly Argument<string[]> Addresses = new("ADDRESS") { Description = "Addresses of pages, of the site or of the web archive", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> Feed = new("--feed") { Description = "All documents of a language by its feed, the newest first", HelpName = "ru|en" };
    private static readonly Option<string?> From = new("--from") { Description = "Of a feed or a list, the first Moscow day", HelpName = "DAY" };
    private static readonly Option<string?> To = new("--to") { Description = "The last Moscow day", HelpName = "DAY" };
    private static readonly Option<string?> Range = new("--range") { Description = "All numbers of a range, for example ru/events/67300..67400", HelpName = "RANGE" };
    private static readonly Option<string?> List = new("--list") { Description = "What a list page names; with --from, also what the pages after it do", HelpName = "ADDRESS" };
    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on with the last fetch that did not come to its end", Arity = ArgumentArity.Zero };
    private static readonly Option<long> Abandon = new("--abandon") { Description = "Give up a fetch that did not come to its end; fetches lists them", HelpName = "N" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would be asked for, and ask for nothing", Arity = ArgumentArity.Zero };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("fetch", "Fetch pages from the site") { Addresses, Feed, From, To, Range, List, Resume, Abandon, DryRun };
        command.SetAction(async (parsed, cancellation) => (int)await RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        if (parsed.GetResult(Abandon) is not null)
            return await AbandonAsync(parsed, terminal, cancellation);
        using var fetching = Fetching.Open();
        var order = Order(parsed, fetching);
        if (parsed.GetValue(DryRun))
            return await ShowAsync(order, parsed, terminal, cancellation);
        var directory = ArchiveOptions.DataDirectory(parsed);
        using var archive = order is null ? await OpenArchive.OpenExistingAsync(directory, cancellation) : await OpenArchive.OpenAsync(directory, cancellation);
        var waiting = fetching.Waiting(terminal);
        RunPlan plan;
        if (order is not null)
            plan = fetching.Of(archive).Plan(order, Actor.CommandLine, waiting);
        else if (await UnfinishedAsync(archive.Store, terminal, cancellation) is { } unfinished)
            plan = await ResumeAsync(unfinished, archive.Store, fetching.Of(archive), waiting, cancellation);
        else
            return terminal.Fail(ExitCode.CouldNotRun, "There is no fetch to resume: all came to their end.");
        return await ShowAsync(await ArchiveRun.RunAsync(plan, archive, terminal, cancellation), archive.Store, terminal);
    }

    private static async Task<ExitCode> AbandonAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        if (parsed.GetValue(Addresses)!.Length > 0 || ((Option[])[Feed, From, To, Range, List, Resume, DryRun]).Any(other => parsed.GetResult(other) is { Implicit: false }))
            throw new WrongArgumentException("--abandon goes with no other.");
        var fetch = parsed.GetValue(Abandon);
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        if (!await store.Fetches.AbandonAsync(fetch, Actor.CommandLine, cancellation))
            return terminal.Fail(ExitCode.CouldNotRun, $"There is no fetch {fetch} to give up: it has ended, or never was.");
        if (terminal.IsJson)
            terminal.WriteJson(new Abandoned(fetch));
        else
            terminal.WriteLine($"Fetch {fetch} is given up; what it has fetched stays.");
        return ExitCode.Done;
    }

    private static async Task<RunPlan> ResumeAsync(FetchPlan plan, ArchiveStore store, Fetcher fetcher, Action<FetchWait> waiting, CancellationToken cancellation)
    {
        await store.Audit.NoteAsync(Actor.CommandLine, AuditAction.FetchResumed, plan.Terms.Description, null, cancellation);
        return fetcher.Resume(plan, Actor.CommandLine, waiting);
    }

    /// <summary>What the command line asks for; null to resume.</summary>
    private static FetchOrder? Order(ParseResult parsed, Fetching fetching)
    {
        var addresses = parsed.GetValue(Addresses)!;
        if (new[] { addresses.Length > 0, parsed.GetResult(Feed) is not null, parsed.GetResult(Range) is not null, parsed.GetResult(List) is not null, parsed.GetValue(Resume) }.Count(given => given) != 1)
            throw new WrongArgumentException("One of these says what to fetch: addresses, --feed, --range, --list or --resume.");
        var (from, to) = (Day(parsed, From), Day(parsed, To));
        if ((from is not null || to is not null) && parsed.GetResult(Feed) is null && parsed.GetResult(List) is null)
            throw new WrongArgumentException("--from and --to go with --feed or --list.");
        if (from > to)
            throw new WrongArgumentException($"--from: {from:yyyy-MM-dd} is after {to:yyyy-MM-dd}.");
        if (addresses.Length > 0)
            return FetchOrder.Addresses(fetching.Addresses("ADDRESS", addresses));
        if (parsed.GetResult(Feed) is not null)
            return FetchOrder.Feed(LanguageCodes.Parse(parsed.GetValue(Feed)) ?? throw new WrongArgumentException("--feed is ru or en."), from, to);
        if (parsed.GetResult(Range) is not null)
            return FetchOrder.Range(NumberRange.Parse(ArchiveOptions.ValueOf(Range, parsed.GetValue(Range))) ?? throw new WrongArgumentException("--range is a collection's numbers, for example ru/events/67300..67400."));
        return parsed.GetValue(Resume) ? null : FetchOrder.List(fetching.Addresses("--list", [ArchiveOptions.ValueOf(List, parsed.GetValue(List))])[0], from, to);
    }

    private static DateOnly? Day(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetResult(option) is null)
            return null;
        return DateOnly.TryParseExact(ArchiveOptions.ValueOf(option, parsed.GetValue(option)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new WrongArgumentException($"{option.Name} is a day, for example 2024-10-17.");
    }

    private static async Task<FetchPlan?> UnfinishedAsync(ArchiveStore store, Terminal terminal, CancellationToken cancellation)
    {
        // What a watcher makes it goes on with by itself.
        var unfinished = (await store.Fetches.UnfinishedAsync(cancellation)).Where(plan => !Watcher.Made(plan)).ToList();
        if (unfinished.Count > 1)
            terminal.Note($"{unfinished.Count} fetches did not come to their end; this goes on with the last one, {unfinished[0].Terms.Description}.");
        return unfinished.Count > 0 ? unfinished[0] : null;
    }

    private static async Task<ExitCode> ShowAsync(FetchOrder? order, ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        IReadOnlyList<string> steps;
        if (order is not null)
        {
            steps = [.. order.Steps.Select(step => step.Address)];
        }
        else
        {
            using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
            var unfinished = await UnfinishedAsync(store, terminal, cancellation);
            steps = unfinished is null ? [] : [.. (await store.Fetches.StepsAsync(unfinished.Id, cancellation)).Where(step => step.IsWaiting).Select(step => step.Step.Address)];
        }

        if (terminal.IsJson)
        {
            terminal.WriteJson(new DryAnswer(steps));
            return ExitCode.Done;
        }

        foreach (var step in steps)
            terminal.WriteLine(step);
        return ExitCode.Done;
    }

    /// <summary>Says what came of a fetch and how to go on with it.</summary>
    public static async Task<ExitCode> ShowAsync(FinishedRun run, ArchiveStore store, Terminal terminal)
    {
        var left = (await store.Fetches.UnfinishedAsync(CancellationToken.None)).FirstOrDefault(plan => plan.Run == run.Report.Run)?.Waiting;
        if (terminal.IsJson)
            terminal.WriteJson(new Answer(ReportFigure.Body(run.Report), left));
        else
            ReportFigure.Show(run.Report, terminal);
        var code = ArchiveRun.Conclude(run, terminal);
        if (left is not null)
            terminal.Note("fetch --resume goes on with it.");
        return code;
    }

    private sealed record Answer : ReportBody
    {
        public Answer(ReportBody report, int? waiting)
            : base(report) => Waiting = waiting;

        /// <summary>How many steps wait for the fetch to be resumed; null if it came to its end.</summary>
        [JsonPropertyOrder(1)]
        public int? Waiting { get; }
    }

    private sealed record Abandoned(long Fetch);

    private sealed record DryAnswer(IReadOnlyList<string> WouldAsk);
}

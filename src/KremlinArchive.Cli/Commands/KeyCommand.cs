using System.CommandLine;
using System.Globalization;
using KremlinArchive.Cli.Output;
using KremlinArchive.Records;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Keys;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>key add|list|revoke</c>: which programs may use the API beyond what is open to all. Works beside a running server, which heeds it at once.</summary>
internal static class KeyCommand
{
    private static readonly Option<string> Scope = new("--scope")
    {
        Description = "What it opens: import (give pages in and follow them), desk (read runs, quarantine, the audit log, searches), or both with a comma",
        HelpName = "import,desk",
        Required = true,
    };

    private static readonly Option<string> Expires = new("--expires") { Description = "The last Moscow day on which it opens anything, 2027-12-31; for ever without it", HelpName = "DAY" };

    public static Command Create(Terminal terminal) => new("key", "Say which programs may import and read the desk through the API")
    {
        Add(terminal),
        List(terminal),
        Revoke(terminal),
    };

    private static Command Add(Terminal terminal)
    {
        var name = Name("What the key is for");
        var command = new Command("add", "Make a key; it is shown this once") { name, Scope, Expires };
        command.SetAction(async (parsed, cancellation) => (int)await AddAsync(parsed.GetValue(name)!, parsed, terminal, cancellation));
        return command;
    }

    private static Command Revoke(Terminal terminal)
    {
        var name = Name("The key's name");
        var command = new Command("revoke", "Revoke a key; it opens nothing from now on") { name };
        command.SetAction(async (parsed, cancellation) => (int)await RevokeAsync(parsed.GetValue(name)!, parsed, terminal, cancellation));
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "List the keys, the newest first");
        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
            Show(await store.Keys.ListAsync(cancellation), terminal);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static async Task<ExitCode> AddAsync(string name, ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var scopes = KeyScopeNames.Parse(ArchiveOptions.ValueOf(Scope, parsed.GetValue(Scope)).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            ?? throw new WrongArgumentException($"--scope: '{parsed.GetValue(Scope)}' is not import, desk, or both with a comma.");
        var expires = ExpiresAt(parsed);
        using var store = await OpenArchive.OpenStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var made = await store.Keys.MakeAsync(name, scopes, expires, Actor.CommandLine, cancellation);
        if (made.Key is not { } key)
            return Refuse(made, name, terminal);
        if (terminal.IsJson)
        {
            terminal.WriteJson(new MadeAnswer(key.Name, made.Secret!, key.Scopes.Names(), key.MadeAt, key.ExpiresAt));
            return ExitCode.Done;
        }

        terminal.WriteLine(made.Secret!);
        terminal.Note($"This is the key {key.Name}. It is shown this once and kept nowhere: put it where its program finds it. It is sent as 'Authorization: Bearer KEY', over TLS.");
        return ExitCode.Done;
    }

    private static async Task<ExitCode> RevokeAsync(string name, ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var revoked = await store.Keys.RevokeAsync(name, Actor.CommandLine, cancellation);
        if (revoked.Key is not { } key)
            return Refuse(revoked, name, terminal);
        if (terminal.IsJson)
            terminal.WriteJson(Answer.Of(key));
        else
            terminal.WriteLine($"The key {key.Name} is revoked and opens nothing any more.");
        return ExitCode.Done;
    }

    private static DateTimeOffset? ExpiresAt(ParseResult parsed)
    {
        if (parsed.GetResult(Expires) is null)
            return null;
        var text = ArchiveOptions.ValueOf(Expires, parsed.GetValue(Expires));
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue
            ? MoscowClock.At(day.AddDays(1), TimeOnly.MinValue)
            : throw new WrongArgumentException($"--expires: '{text}' is not a day; one is 2027-12-31.");
    }

    private static void Show(IReadOnlyList<KeyEntry> keys, Terminal terminal)
    {
        if (terminal.IsJson)
            terminal.WriteJson(new ListAnswer([.. keys.Select(Answer.Of)]));
        else if (keys.Count == 0)
            terminal.WriteLine("There is no key yet. Make one: kremlin-archive key add NAME --scope import,desk");
        else
            terminal.Write(Figures.Rows(keys.Select(Row), "Name", "Begins with", "Opens", "Made", "Last used", "Last day", "State"));
    }

    private static string[] Row(KeyEntry key) =>
    [
        key.Name,
        key.Beginning + "…",
        string.Join(", ", key.Scopes.Names()),
        Figures.Time(key.MadeAt),
        Figures.Time(key.UsedAt),
        LastDay(key),
        State(key),
    ];

    // It ends with a Moscow day, so the day before the instant is the last.
    private static string LastDay(KeyEntry key) => key.ExpiresAt is { } end ? MoscowClock.DayOf(end.AddTicks(-1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private static string State(KeyEntry key) => key.State(DateTimeOffset.UtcNow).ToString().ToLowerInvariant();

    private static Argument<string> Name(string description) => new("NAME") { Description = description };

    private static ExitCode Refuse(KeyChange change, string name, Terminal terminal)
    {
        var sentence = string.Join(" ", change.Problems.Select(problem => Sentence(problem, name)));
        return change.Problems.Any(problem => problem is KeyProblem.NameIsTaken or KeyProblem.NoSuchKey)
            ? terminal.Fail(ExitCode.CouldNotRun, sentence)
            : throw new WrongArgumentException(sentence);
    }

    private static string Sentence(KeyProblem problem, string name) => problem switch
    {
        KeyProblem.NameIsWrong => $"NAME: '{name}' is not a name. A name has letters, digits and . - _, begins with a letter and has at most {KeyRules.LongestName} characters.",
        KeyProblem.NameIsTaken => $"There is a key {name} already; revoke it first, or take another name.",
        KeyProblem.NoScope => "--scope: a key needs at least one of import and desk.",
        KeyProblem.ExpiresTooEarly => "--expires: that day is over.",
        KeyProblem.NoSuchKey => $"There is no key {name} that opens anything.",
        _ => throw new InvalidOperationException($"{problem} cannot happen here."),
    };

    private sealed record MadeAnswer(string Name, string Key, IReadOnlyList<string> Scopes, DateTimeOffset MadeAt, DateTimeOffset? ExpiresAt);

    private sealed record Answer(
        string Name, string Beginning, IReadOnlyList<string> Scopes, string State, DateTimeOffset MadeAt, string? MadeBy, DateTimeOffset? ExpiresAt, DateTimeOffset? UsedAt, DateTimeOffset? RevokedAt, string? RevokedBy)
    {
        public static Answer Of(KeyEntry key) => new(
            key.Name, key.Beginning, key.Scopes.Names(), KeyCommand.State(key), key.MadeAt, key.MadeBy, key.ExpiresAt, key.UsedAt, key.RevokedAt, key.RevokedBy);
    }

    private sealed record ListAnswer(IReadOnlyList<Answer> Keys);
}

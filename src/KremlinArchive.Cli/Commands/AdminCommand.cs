using System.CommandLine;
using System.Globalization;
using KremlinArchive.Cli.Output;
using KremlinArchive.Store.Accounts;
using KremlinArchive.Store.Audit;

namespace KremlinArchive.Cli.Commands;

/// <summary><c>admin add|list|remove|password</c>: who may enter the admin's pages. Works beside a running server, which heeds it at once.</summary>
internal static class AdminCommand
{
    public static Command Create(Terminal terminal) => new("admin", "Say who may enter the admin's pages")
    {
        Add(terminal),
        List(terminal),
        Remove(terminal),
        Password(terminal),
    };

    private static Command Add(Terminal terminal) => Named("add", "Add an admin; the password is asked for", takesPassword: true, async (name, parsed, cancellation) =>
    {
        var password = AdminPassword.Take(parsed, terminal);
        var directory = ArchiveOptions.DataDirectory(parsed);
        // The first admin may well come before the first page.
        using var store = await OpenArchive.OpenStoreAsync(directory, cancellation);
        return Tell(await store.Accounts.AddAsync(name, password, Actor.CommandLine, cancellation), name, $"may enter the admin's pages of the archive in {directory}.", terminal);
    });

    private static Command Remove(Terminal terminal) => Named("remove", "Remove an admin, but never the last one", takesPassword: false, async (name, parsed, cancellation) =>
    {
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        return Tell(await store.Accounts.RemoveAsync(name, Actor.CommandLine, cancellation), name, "is removed and signed out everywhere.", terminal);
    });

    private static Command Password(Terminal terminal) => Named("password", "Give an admin another password, which is asked for", takesPassword: true, async (name, parsed, cancellation) =>
    {
        using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
        var password = AdminPassword.Take(parsed, terminal);
        return Tell(await store.Accounts.SetPasswordAsync(name, password, Actor.CommandLine, cancellation), name, "has another password and is signed out everywhere.", terminal);
    });

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "List the admins");
        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = await OpenArchive.OpenExistingStoreAsync(ArchiveOptions.DataDirectory(parsed), cancellation);
            Show(await store.Accounts.ListAsync(cancellation), terminal);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static Command Named(string verb, string description, bool takesPassword, Func<string, ParseResult, CancellationToken, Task<ExitCode>> run)
    {
        var name = new Argument<string>("NAME") { Description = "What the admin signs in with" };
        var command = new Command(verb, description) { name };
        if (takesPassword)
            command.Options.Add(AdminPassword.FromInput);
        command.SetAction(async (parsed, cancellation) => (int)await run(parsed.GetValue(name)!, parsed, cancellation));
        return command;
    }

    private static ExitCode Tell(AccountChange change, string name, string done, Terminal terminal)
    {
        if (change.Problems.Contains(AccountProblem.NameIsWrong))
            throw new WrongArgumentException($"NAME: {Sentence(AccountProblem.NameIsWrong, name)}");
        if (change.Account is not { } account)
            return terminal.Fail(ExitCode.CouldNotRun, string.Join(" ", change.Problems.Select(problem => Sentence(problem, name))));
        if (terminal.IsJson)
            terminal.WriteJson(new Answer(account.Name, account.CreatedAt));
        else
            terminal.WriteLine($"{account.Name} {done}");
        return ExitCode.Done;
    }

    private static void Show(IReadOnlyList<AccountEntry> accounts, Terminal terminal)
    {
        if (terminal.IsJson)
            terminal.WriteJson(new ListAnswer([.. accounts.Select(account => new Answer(account.Name, account.CreatedAt))]));
        else if (accounts.Count == 0)
            terminal.WriteLine("There is no admin yet. Add one: kremlin-archive admin add NAME");
        else
            terminal.Write(Figures.Rows(accounts.Select(account => new[] { account.Name, account.CreatedAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) }), "Name", "Since"));
    }

    private static string Sentence(AccountProblem problem, string name) => problem switch
    {
        AccountProblem.NameIsWrong => $"'{name}' is not a name. A name has letters, digits and . - _ @, begins with a letter and has at most {AccountRules.LongestName} characters.",
        AccountProblem.NameIsTaken => $"There is an admin {name} already.",
        AccountProblem.PasswordIsShort => $"The password needs at least {AccountRules.ShortestPassword} characters.",
        AccountProblem.PasswordIsLong => $"The password may have at most {AccountRules.LongestPassword} characters.",
        AccountProblem.PasswordIsTheName => "The password is little else than the name.",
        AccountProblem.NoSuchAccount => $"There is no admin {name}.",
        AccountProblem.LastAccount => $"{name} is the last admin: add another one first.",
        _ => throw new InvalidOperationException($"{problem} cannot happen here."),
    };

    private sealed record Answer(string Name, DateTimeOffset CreatedAt);

    private sealed record ListAnswer(IReadOnlyList<Answer> Admins);
}

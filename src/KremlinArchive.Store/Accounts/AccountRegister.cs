using System.Security.Cryptography;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Schema;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Accounts;

/// <summary>Who may enter the admin's pages. Every change is judged, made and noted in the audit log under the write lock, so that two at once cannot both be the first or the last.</summary>
public sealed class AccountRegister
{
    private static readonly UpperInvariantLookupNormalizer Keys = new();

    private readonly ArchiveDatabase database;
    private readonly PasswordCheck passwords;

    internal AccountRegister(ArchiveDatabase database)
    {
        this.database = database;
        passwords = new PasswordCheck(database);
    }

    /// <summary>True if anybody may enter.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be read.</exception>
    public Task<bool> AnyAsync(CancellationToken cancellation) => database.ReadAsync(context => context.Users.AnyAsync(cancellation));

    /// <summary>All accounts, the oldest first.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be read.</exception>
    public Task<IReadOnlyList<AccountEntry>> ListAsync(CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<AccountEntry>>(async context =>
    {
        var accounts = await context.Users.OrderBy(account => account.CreatedAt).ThenBy(account => account.NormalizedUserName).ToListAsync(cancellation);
        return [.. accounts.Select(AccountEntry.Of)];
    });

    /// <summary>The account that the name and the password open, which is noted; null if none, or if it was guessed at too often: which of these is nobody's business.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public async Task<AccountEntry?> EnterAsync(string name, string password, CancellationToken cancellation)
    {
        var key = KeyOf(name);
        var passed = await passwords.PassAsync(
            account => account.NormalizedUserName == key,
            password,
            (context, account) => Note(context, Actor.Admin(account.UserName!), AuditAction.SignedIn, account),
            cancellation);
        return passed is { } account ? AccountEntry.Of(account) : null;
    }

    /// <summary>Makes an account.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public Task<AccountChange> AddAsync(string name, string password, Actor by, CancellationToken cancellation) =>
        AddAsync(name, password, _ => Task.FromResult<AccountProblem?>(null), _ => by, cancellation);

    /// <summary>Makes the first account, if it is still the first. Its owner is who made it.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public Task<AccountChange> AddFirstAsync(string name, string password, CancellationToken cancellation) => AddAsync(
        name,
        password,
        async context => await context.Users.AnyAsync(cancellation) ? AccountProblem.NotTheFirst : null,
        account => Actor.Admin(account.UserName!),
        cancellation);

    /// <summary>Gives an account another password and its attempts back; whoever is signed in with the old one is so no longer.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public async Task<AccountChange> SetPasswordAsync(string name, string password, Actor by, CancellationToken cancellation)
    {
        var composed = AccountRules.Compose(password);
        if (AccountRules.PasswordProblems(NameOf(name), composed).ToList() is { Count: > 0 } problems)
            return AccountChange.Refused(problems);
        var key = KeyOf(name);
        var hash = PasswordCheck.Hash(new Account(), composed);
        return await database.WriteAsync(
            async context =>
            {
                if (await context.Users.SingleOrDefaultAsync(row => row.NormalizedUserName == key, cancellation) is not { } account)
                    return AccountChange.Refused(AccountProblem.NoSuchAccount);
                account.PasswordHash = hash;
                account.SecurityStamp = NewStamp();
                PasswordCheck.Forget(account);
                Note(context, by, AuditAction.PasswordSet, account);
                return AccountChange.Done(account);
            },
            cancellation);
    }

    /// <summary>Gives an account another password, if its owner knows the present one.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public async Task<AccountChange> ChangePasswordAsync(string id, string present, string password, CancellationToken cancellation) =>
        await passwords.PassAsync(account => account.Id == id, present, (_, _) => { }, cancellation) is { } account
            ? await SetPasswordAsync(account.UserName!, password, Actor.Admin(account.UserName!), cancellation)
            : AccountChange.Refused(AccountProblem.PasswordIsWrong);

    /// <summary>Removes an account, but never the last one; whoever is signed in with it is so no longer.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public Task<AccountChange> RemoveAsync(string name, Actor by, CancellationToken cancellation)
    {
        var key = KeyOf(name);
        return database.WriteAsync(
            async context =>
            {
                if (await context.Users.SingleOrDefaultAsync(row => row.NormalizedUserName == key, cancellation) is not { } account)
                    return AccountChange.Refused(AccountProblem.NoSuchAccount);
                if (!await context.Users.AnyAsync(row => row.Id != account.Id, cancellation))
                    return AccountChange.Refused(AccountProblem.LastAccount);
                context.Users.Remove(account);
                Note(context, by, AuditAction.AccountRemoved, account);
                return AccountChange.Done(account);
            },
            cancellation);
    }

    private async Task<AccountChange> AddAsync(
        string name, string password, Func<ArchiveContext, Task<AccountProblem?>> refusal, Func<Account, Actor> by, CancellationToken cancellation)
    {
        var (given, composed) = (NameOf(name), AccountRules.Compose(password));
        if (AccountRules.Check(given, composed) is { Count: > 0 } problems)
            return AccountChange.Refused(problems);
        var account = new Account
        {
            UserName = given,
            NormalizedUserName = KeyOf(given),
            SecurityStamp = NewStamp(),
            LockoutEnabled = true,
            // As exact as it is kept, so that it is told the same later.
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(database.Clock.GetUtcNow().ToUnixTimeMilliseconds()),
        };
        account.PasswordHash = PasswordCheck.Hash(account, composed);
        return await database.WriteAsync(
            async context =>
            {
                if (await refusal(context) is { } refused)
                    return AccountChange.Refused(refused);
                if (await context.Users.AnyAsync(row => row.NormalizedUserName == account.NormalizedUserName, cancellation))
                    return AccountChange.Refused(AccountProblem.NameIsTaken);
                context.Users.Add(account);
                Note(context, by(account), AuditAction.AccountAdded, account);
                return AccountChange.Done(account);
            },
            cancellation);
    }

    private void Note(ArchiveContext context, Actor by, AuditAction action, Account account) =>
        AuditLog.Note(context, by, action, account.UserName!, null, database.Clock.GetUtcNow());

    private static string NameOf(string name) => AccountRules.Compose(name.Trim());

    private static string KeyOf(string name) => Keys.NormalizeName(NameOf(name));

    // A session carries the stamp it was opened with, and ends where the account has another.
    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
}

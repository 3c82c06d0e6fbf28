using System.Linq.Expressions;
using KremlinArchive.Store.Schema;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KremlinArchive.Store.Accounts;

/// <summary>
/// Compares passwords, and makes guessing slow. An attempt is counted before the password is looked at, under the write lock: the
/// framework's own count, taken afterwards, loses all but one of many guesses made at once.
/// </summary>
internal sealed class PasswordCheck(ArchiveDatabase database)
{
    private const int Attempts = 5;
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);
    private static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // What is compared with when there is nothing to compare with, so that this takes as long.
    private static readonly Account Nobody = new();
    private static readonly Lazy<string> NobodysHash = new(() => Hash(Nobody, Guid.NewGuid().ToString()));

    // One at a time, so that guessing takes half of a small machine at most and leaves the readers the rest.
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static string Hash(Account account, string password) => Hasher.HashPassword(account, password);

    /// <summary>The account if there is one and the password is its own; null otherwise, for whatever reason.</summary>
    /// <param name="passed">Told of the account that passed, in the transaction that forgets its attempts.</param>
    /// <exception cref="ArchiveUnavailableException">The attempt cannot be counted.</exception>
    public async Task<Account?> PassAsync(
        Expression<Func<Account, bool>> which, string password, Action<ArchiveContext, Account> passed, CancellationToken cancellation)
    {
        if (!await Turn.WaitAsync(Patience, cancellation))
            return null;
        try
        {
            return await CompareAsync(which, password, passed, cancellation);
        }
        finally
        {
            Turn.Release();
        }
    }

    private async Task<Account?> CompareAsync(
        Expression<Func<Account, bool>> which, string password, Action<ArchiveContext, Account> passed, CancellationToken cancellation)
    {
        var account = await TakeAttemptAsync(which, cancellation);
        var given = password.Length > AccountRules.LongestPassword ? "" : AccountRules.Compose(password);
        var result = Hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? NobodysHash.Value, given);
        if (account is null || result == PasswordVerificationResult.Failed)
            return null;
        return await SettleAsync(account, passed, cancellation);
    }

    /// <returns>The account that the attempt was counted for; null if there is none, or if it must wait.</returns>
    private Task<Account?> TakeAttemptAsync(Expression<Func<Account, bool>> which, CancellationToken cancellation) => database.WriteAsync(
        async context =>
        {
            var account = await context.Users.SingleOrDefaultAsync(which, cancellation);
            var now = database.Clock.GetUtcNow();
            if (account is null || account.LockoutEnd > now)
                return null;
            account.AccessFailedCount++;
            if (account.AccessFailedCount >= Attempts)
            {
                account.AccessFailedCount = 0;
                account.LockoutEnd = now + Wait;
            }

            return account;
        },
        cancellation);

    /// <summary>Forgets the attempts, now that the password was right, unless it was changed meanwhile.</summary>
    private Task<Account?> SettleAsync(Account checkedAccount, Action<ArchiveContext, Account> passed, CancellationToken cancellation) => database.WriteAsync(
        async context =>
        {
            var account = await context.Users.SingleOrDefaultAsync(row => row.Id == checkedAccount.Id && row.PasswordHash == checkedAccount.PasswordHash, cancellation);
            if (account is not null)
            {
                Forget(account);
                passed(context, account);
            }

            return account;
        },
        cancellation);

    /// <summary>Gives the account its attempts back.</summary>
    public static void Forget(Account account)
    {
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
    }
}

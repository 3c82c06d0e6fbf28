using System.Security.Cryptography;
using System.Text;
using KremlinArchive.Store.Accounts;
using KremlinArchive.Store.Audit;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Keys;

/// <summary>The keys of programs. Of a key only its hash is kept: it is random and long, so that no slower hash is needed. Each change is noted in its own transaction.</summary>
public sealed class KeyRegister
{
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromHours(1);

    private readonly ArchiveDatabase database;

    internal KeyRegister(ArchiveDatabase database) => this.database = database;

    /// <summary>Makes a key. The answer alone holds the key itself.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="scopes">What it opens.</param>
    /// <param name="expires">From when on it opens nothing; null if it does not expire.</param>
    /// <param name="by">Who makes it.</param>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public async Task<KeyChange> MakeAsync(string name, KeyScopes scopes, DateTimeOffset? expires, Actor by, CancellationToken cancellation)
    {
        var given = AccountRules.Compose(name.Trim());
        var now = database.Clock.GetUtcNow();
        if (KeyRules.Check(given, scopes, expires, now) is { Count: > 0 } problems)
            return KeyChange.Refused(problems);
        var secret = KeyText.New();
        return await database.WriteAsync(
            async context =>
            {
                if (await LiveAsync(context, given, now, cancellation) is not null)
                    return KeyChange.Refused(KeyProblem.NameIsTaken);
                var row = new ApiKeyRow
                {
                    Name = given,
                    Beginning = KeyText.BeginningOf(secret),
                    Hash = KeyText.HashOf(secret),
                    Scopes = scopes,
                    MadeAt = now,
                    MadeBy = by.Name,
                    ExpiresAt = expires,
                };
                context.ApiKeys.Add(row);
                var until = expires is { } end ? $", until {end.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : "";
                AuditLog.Note(context, by, AuditAction.KeyMade, given, string.Join(", ", scopes.Names()) + until, now);
                return new KeyChange(KeyEntry.Of(row), secret, []);
            },
            cancellation);
    }

    /// <summary>Revokes the key of a name: from here on it opens nothing.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public Task<KeyChange> RevokeAsync(string name, Actor by, CancellationToken cancellation) => database.WriteAsync(
        async context =>
        {
            var now = database.Clock.GetUtcNow();
            if (await LiveAsync(context, AccountRules.Compose(name.Trim()), now, cancellation) is not { } row)
                return KeyChange.Refused(KeyProblem.NoSuchKey);
            row.RevokedAt = now;
            row.RevokedBy = by.Name;
            AuditLog.Note(context, by, AuditAction.KeyRevoked, row.Name, null, now);
            return new KeyChange(KeyEntry.Of(row), null, []);
        },
        cancellation);

    /// <summary>All keys there ever were, the newest first.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be read.</exception>
    public Task<IReadOnlyList<KeyEntry>> ListAsync(CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<KeyEntry>>(async context =>
        [.. (await context.ApiKeys.OrderByDescending(row => row.Id).ToListAsync(cancellation)).Select(KeyEntry.Of)]);

    /// <summary>The key that was presented, if it opens anything now; null otherwise, for whatever reason. It takes as long either way.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be read.</exception>
    public async Task<KeyEntry?> FindAsync(string presented, CancellationToken cancellation)
    {
        var hash = KeyText.HashOf(presented);
        var row = await database.ReadAsync(context => context.ApiKeys.SingleOrDefaultAsync(key => key.Hash == hash, cancellation));
        // How the engine compares is not ours to know; this takes the same time wherever two differ.
        var isEqual = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(row?.Hash ?? new string('0', hash.Length)), Encoding.ASCII.GetBytes(hash));
        return row is not null && isEqual && KeyEntry.Of(row) is var entry && entry.State(database.Clock.GetUtcNow()) == KeyState.Live ? entry : null;
    }

    /// <summary>Notes that a key was used, at most once an hour, so that reading with it does not write all the time.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written.</exception>
    public async Task NoteUseAsync(KeyEntry key, CancellationToken cancellation)
    {
        var now = database.Clock.GetUtcNow();
        if (now - key.UsedAt < BetweenNotes)
            return;
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        await database.WriteAsync(
            context => context.ApiKeys.Where(row => row.Name == key.Name && row.MadeAt == key.MadeAt && row.Beginning == key.Beginning)
                .ExecuteUpdateAsync(row => row.SetProperty(used => used.UsedAt, hour), cancellation),
            cancellation);
    }

    // Few keys are live at a time, and no engine folds the case of all letters as we do.
    private static async Task<ApiKeyRow?> LiveAsync(ArchiveContext context, string name, DateTimeOffset now, CancellationToken cancellation)
    {
        var live = await context.ApiKeys.Where(row => row.RevokedAt == null && (row.ExpiresAt == null || row.ExpiresAt > now)).ToListAsync(cancellation);
        return live.Find(row => row.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}

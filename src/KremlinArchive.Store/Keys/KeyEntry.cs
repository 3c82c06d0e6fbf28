using KremlinArchive.Store.Schema;

namespace KremlinArchive.Store.Keys;

/// <summary>A key of a program as it is listed: all that is known of it but itself.</summary>
/// <param name="Name">What it is for; unique among the keys that open something.</param>
/// <param name="Beginning">Its first characters, by which people tell keys apart.</param>
/// <param name="Scopes">What it opens.</param>
/// <param name="MadeBy">The name of the account that made it; null for the command line.</param>
/// <param name="ExpiresAt">From when on it opens nothing; null if it does not expire.</param>
/// <param name="UsedAt">When it was last used, to the hour; null if it never was.</param>
/// <param name="RevokedAt">When it was revoked; null if it was not.</param>
/// <param name="RevokedBy">The name of the account that revoked it; null for the command line, and if nobody did.</param>
public sealed record KeyEntry(
    string Name, string Beginning, KeyScopes Scopes, DateTimeOffset MadeAt, string? MadeBy, DateTimeOffset? ExpiresAt, DateTimeOffset? UsedAt, DateTimeOffset? RevokedAt, string? RevokedBy)
{
    /// <summary>What becomes of it when it is presented.</summary>
    public KeyState State(DateTimeOffset now) => RevokedAt is not null ? KeyState.Revoked : ExpiresAt <= now ? KeyState.Expired : KeyState.Live;

    internal static KeyEntry Of(ApiKeyRow row) =>
        new(row.Name, row.Beginning, row.Scopes, row.MadeAt, row.MadeBy, row.ExpiresAt, row.UsedAt, row.RevokedAt, row.RevokedBy);
}

/// <summary>Whether a key opens anything.</summary>
public enum KeyState
{
    Live,
    Expired,
    Revoked,
}

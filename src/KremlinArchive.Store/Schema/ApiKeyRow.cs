using KremlinArchive.Store.Keys;

namespace KremlinArchive.Store.Schema;

/// <summary>A key of a program. The key itself is shown once and kept nowhere.</summary>
internal sealed class ApiKeyRow
{
    public long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The key's first characters, by which people tell keys apart.</summary>
    public required string Beginning { get; init; }

    /// <summary>SHA-256 of the whole key, lower-case hexadecimal: it is random and long, so that no slower hash is needed.</summary>
    public required string Hash { get; init; }

    public required KeyScopes Scopes { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required string? MadeBy { get; init; }

    /// <summary>From when on it opens nothing; null if it does not expire.</summary>
    public required DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last used, to the hour.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public string? RevokedBy { get; set; }
}

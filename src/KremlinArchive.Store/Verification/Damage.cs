namespace KremlinArchive.Store.Verification;

/// <summary>Something that verifying found wrong.</summary>
/// <param name="Where">The change, version or capture, as an admin would name it.</param>
/// <param name="What">A sentence: what does not hold.</param>
public sealed record Damage(string Where, string What);

/// <summary>What verifying found.</summary>
/// <param name="Changes">How many changes were walked.</param>
/// <param name="Versions">How many versions were hashed anew.</param>
/// <param name="Captures">How many captures' bytes were hashed anew.</param>
/// <param name="Head">The hash of the newest change; null in an empty archive.</param>
/// <param name="Damage">What does not hold; empty if all does. At most <see cref="ArchiveVerifier.MostDamage"/>.</param>
public sealed record Verification(long Changes, long Versions, long Captures, string? Head, IReadOnlyList<Damage> Damage);

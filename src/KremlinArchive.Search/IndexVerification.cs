using KremlinArchive.Store.Verification;

namespace KremlinArchive.Search;

/// <summary>What holding the index against the store found.</summary>
/// <param name="Records">How many records were compared.</param>
/// <param name="Change">The number of the last change that is in the index; the archive may have newer ones.</param>
/// <param name="IsComparable">False if there is no index, or one of another format or another log: no damage, since it is built anew before it is written again.</param>
/// <param name="Damage">What does not hold; empty if all does. At most <see cref="ArchiveVerifier.MostDamage"/>.</param>
public sealed record IndexVerification(long Records, long Change, bool IsComparable, IReadOnlyList<Damage> Damage);

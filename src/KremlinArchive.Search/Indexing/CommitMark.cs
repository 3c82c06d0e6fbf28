using System.Globalization;

namespace KremlinArchive.Search.Indexing;

/// <summary>What a commit says of itself.</summary>
/// <param name="Change">The number of the last change that is in it; 0 before the first.</param>
/// <param name="Hash">The hash of that change, by which its log is told from every other; empty before the first.</param>
/// <param name="Fingerprint">The format that it was written in.</param>
internal sealed record CommitMark(long Change, string Hash, string Fingerprint)
{
    private const string ChangeKey = "change", HashKey = "hash", FingerprintKey = "fingerprint";

    /// <summary>The mark of an index in which nothing was committed.</summary>
    public static CommitMark None { get; } = new(0, "", "");

    public static CommitMark Read(IDictionary<string, string>? data) =>
        data is not null && data.TryGetValue(ChangeKey, out var change) && data.TryGetValue(HashKey, out var hash) && data.TryGetValue(FingerprintKey, out var fingerprint)
            ? new CommitMark(long.Parse(change, CultureInfo.InvariantCulture), hash, fingerprint)
            : None;

    public Dictionary<string, string> Write() => new(StringComparer.Ordinal)
    {
        [ChangeKey] = Change.ToString(CultureInfo.InvariantCulture),
        [HashKey] = Hash,
        [FingerprintKey] = Fingerprint,
    };
}

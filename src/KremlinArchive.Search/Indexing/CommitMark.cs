using System.Globalization;

namespace KremlinArchive.Search.Indexing;

/// <summary>What a commit says of itself: the last change that is in it, and the format it was written in.</summary>
internal sealed record CommitMark(long Change, string Fingerprint)
{
    private const string ChangeKey = "change", FingerprintKey = "fingerprint";

    /// <summary>The mark of an index in which nothing was committed.</summary>
    public static CommitMark None { get; } = new(0, "");

    public static CommitMark Read(IDictionary<string, string>? data) =>
        data is not null && data.TryGetValue(ChangeKey, out var change) && data.TryGetValue(FingerprintKey, out var fingerprint)
            ? new CommitMark(long.Parse(change, CultureInfo.InvariantCulture), fingerprint)
            : None;

    public Dictionary<string, string> Write() => new(StringComparer.Ordinal)
    {
        [ChangeKey] = Change.ToString(CultureInfo.InvariantCulture),
        [FingerprintKey] = Fingerprint,
    };
}

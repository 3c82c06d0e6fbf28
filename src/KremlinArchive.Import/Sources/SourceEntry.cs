using KremlinArchive.Import.Warc.Reading;
using KremlinArchive.Records;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Fetches;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Sources;

/// <summary>What a source gave: a capture to be read or, where its name or its state already decides, the verdict on it.</summary>
/// <param name="Capture">The bytes; none of a file that was not opened.</param>
/// <param name="Verdict">What is known of the capture without reading it; null if it is to be parsed.</param>
/// <param name="Taken">How many bytes of the files on disk were used up for it, for progress.</param>
public sealed record SourceEntry(Capture Capture, PageReading? Verdict, long Taken)
{
    /// <summary>Of a record that refers to an earlier capture for its bytes: what it refers to; null for any other.</summary>
    internal Revisit? Revisit { get; init; }

    /// <summary>How far the plan that led to it has come with it; null for what was not fetched.</summary>
    public FetchProgress? Progress { get; init; }

    /// <summary>Only these of the records that the capture holds; null for all of them.</summary>
    public IReadOnlySet<RecordId>? Only { get; init; }

    internal static SourceEntry Page(Capture capture, long taken) =>
        new(capture, capture.IsWhole ? null : TooLarge(capture), taken);

    internal static SourceEntry Skipped(string source, string reason, long taken) =>
        new(Capture.Of(source, default), new PageReading.Skipped(reason), taken);

    internal static SourceEntry Refused(string source, string reason, long taken) => Refused(Capture.Of(source, default), reason, taken);

    internal static SourceEntry Refused(Capture capture, string reason, long taken) =>
        new(capture, new PageReading.Unreadable(reason), taken);

    private static PageReading.Unreadable TooLarge(Capture capture) =>
        new(Message.Of($"The page has {Message.Size(capture.Length)}, more than the {Message.Size(Capture.LargestWhole)} that a page may have; only its hash, its size and its beginning are kept."));
}

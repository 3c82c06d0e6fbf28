using System.Runtime.CompilerServices;
using KremlinArchive.Store.Quarantine;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Sources;

/// <summary>Quarantined captures as a source: the kept bytes, under the name and the time that they came with.</summary>
public sealed class QuarantineSource(QuarantineReader quarantine)
{
    /// <summary>One entry.</summary>
    public async IAsyncEnumerable<SourceEntry> ReadAsync(QuarantineEntry entry, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await EntryAsync(entry, cancellation);
    }

    /// <summary>All that waits now and can be read again; the rest stays as it is.</summary>
    public async IAsyncEnumerable<SourceEntry> ReadWaitingAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in quarantine.WaitingAsync(cancellation))
        {
            if (entry.CanBeRetried)
                yield return await EntryAsync(entry, cancellation);
        }
    }

    private async Task<SourceEntry> EntryAsync(QuarantineEntry entry, CancellationToken cancellation)
    {
        var capture = await quarantine.CaptureAsync(entry, cancellation);
        return entry.CanBeRetried && !StandsBy(entry.Source, entry.Reason)
            ? SourceEntry.Page(capture, capture.Length)
            : new SourceEntry(capture, new PageReading.Unreadable(entry.Reason), capture.Length);
    }

    // What was held against the archive around a page, and not against its bytes, is not to be mended by reading the bytes.
    internal static bool StandsBy(string source, string reason) =>
        FileKinds.Of(source).IsArchive() || reason.StartsWith(PackageFlaw.Beginning, StringComparison.Ordinal)
        || (source.IndexOf('!', StringComparison.Ordinal) is >= 0 and var packed && PackedName.Leaves(source[(packed + 1)..]));
}

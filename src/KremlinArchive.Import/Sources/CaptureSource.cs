using System.Runtime.CompilerServices;
using KremlinArchive.Store.Captures;

namespace KremlinArchive.Import.Sources;

/// <summary>
/// All captures of the archive as a source, in the order in which they came: first those that versions were read from, so that every version says
/// what today's reader makes of it before anything is held against it, then the others.
/// </summary>
public sealed class CaptureSource(CaptureShelf captures)
{
    /// <summary>Every capture that is kept whole and is not held in quarantine for what was around it.</summary>
    public async IAsyncEnumerable<SourceEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var kept in captures.BehindVersionsAsync(cancellation))
        {
            if (CanBeRead(kept))
                yield return SourceEntry.Page(kept.Capture, kept.Capture.Length) with { Only = kept.Behind };
        }

        await foreach (var kept in captures.OthersAsync(cancellation))
        {
            if (CanBeRead(kept))
                yield return SourceEntry.Page(kept.Capture, kept.Capture.Length);
        }
    }

    private static bool CanBeRead(StoredCapture kept) =>
        kept.Capture.IsWhole && kept.Capture.Length > 0 && (kept.Waits is not { } reason || !QuarantineSource.StandsBy(kept.Capture.Source, reason));
}

using System.Runtime.CompilerServices;
using KremlinArchive.Import.Sources;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Runs;

/// <summary>Finds in the archive what the revisits of WARC files refer to. What is not there yet, the source looks for at its own end.</summary>
internal sealed class EarlierCaptures(ImportLedger ledger)
{
    public async IAsyncEnumerable<SourceEntry> FindAsync(IAsyncEnumerable<SourceEntry> entries, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            if (entry.Revisit is not { IsMet: false } revisit)
                yield return entry;
            else if (await ledger.EarlierAsync(revisit.Address, revisit.At, revisit.Sha256, cancellation) is { } earlier)
                yield return SourceEntry.Page(revisit.Meet(earlier), entry.Taken);
        }
    }
}

using KremlinArchive.Store.Fetches;
using KremlinArchive.Store.Listings;
using KremlinArchive.Store.Measuring;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Runs;

/// <summary>Some pages of a run that are stored together, once, however often that has to be tried: where a connection was lost in the midst of a commit, only the archive can tell what came of it.</summary>
public sealed class LedgerBatch
{
    private readonly ArchiveDatabase database;
    private readonly RehearsedPages? rehearsed;
    private readonly long run;
    private readonly IReadOnlyList<ReadPage> pages;
    private IReadOnlyList<PackedPage>? packed;
    private (long Before, IReadOnlyList<PageOutcome> Outcomes)? tried;

    internal LedgerBatch(ArchiveDatabase database, RehearsedPages? rehearsed, long run, IReadOnlyList<ReadPage> pages)
    {
        this.database = database;
        this.rehearsed = rehearsed;
        this.run = run;
        this.pages = pages;
    }

    /// <summary>Stores it: all of it or, when it throws, nothing that another call would not find. Outcomes come in the order of the pages, one or more a page.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written, or the disk is nearly full.</exception>
    public async Task<IReadOnlyList<PageOutcome>> SaveAsync(CancellationToken cancellation)
    {
        database.Room.Check();

        // What takes the processor is done before the database's only write lock is taken.
        packed ??= pages.AsParallel().AsOrdered().WithCancellation(cancellation).WithDegreeOfParallelism(Math.Min(2, Environment.ProcessorCount))
            .Select(PackedPage.Of).ToList();
        if (rehearsed is not null)
            await rehearsed.BringAsync(packed, cancellation);
        var newBytes = 0L;
        var saved = await database.WriteAsync(async context =>
        {
            // Nobody but this run adds to its figures, and nobody else writes meanwhile.
            var before = await context.Runs.Where(row => row.Id == run).Select(row => row.Added + row.Revised + row.Unchanged + row.Skipped + row.Quarantined).SingleOrDefaultAsync(cancellation);
            if (tried is { } earlier && before != earlier.Before)
                return earlier.Outcomes;
            var now = database.Clock.GetUtcNow();
            var batch = new ImportBatch(context, run, now);
            var outcomes = await batch.SaveAsync(packed, cancellation);
            await new ListingRegister(context, now).NoteAsync(pages, cancellation);
            await new FetchRegister(context, now).SettleAsync([.. pages.Select(page => page.Progress).OfType<FetchProgress>()], cancellation);
            tried = (before, outcomes);
            newBytes = batch.NewBytes;
            return outcomes;
        }, cancellation);
        if (!database.IsScratch)
            StoreMeasures.Captured(newBytes);
        return saved;
    }
}

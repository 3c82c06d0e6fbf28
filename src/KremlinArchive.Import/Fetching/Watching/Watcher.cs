using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Import.Runs;
using KremlinArchive.Import.Sources;
using KremlinArchive.Records;
using KremlinArchive.Store;
using KremlinArchive.Store.Fetches;

namespace KremlinArchive.Import.Fetching.Watching;

/// <summary>
/// Looks at the site once: whether its feeds have changed, and which pages are to be looked at again. It keeps nothing in mind between two looks: what
/// is due follows from what the archive has last seen, so that missed looks are made up.
/// </summary>
public sealed class Watcher(ArchiveStore store, SiteClient client, TimeProvider clock, WatchPolicy policy, int mostPages)
{
    private const string Description = "watch: ";

    /// <summary>How far back new documents are looked for; older gaps are for a fetch that somebody starts.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromDays(30);

    /// <summary>What is to be fetched now, as a run; null if there is nothing, the site is to be left alone, or somebody else fetches.</summary>
    /// <param name="waiting">Told of each wait.</param>
    public async Task<RunPlan?> LookAsync(Action<FetchWait>? waiting, CancellationToken cancellation)
    {
        var fetcher = new Fetcher(store, client, clock);
        var unfinished = (await store.Fetches.UnfinishedAsync(cancellation)).FirstOrDefault(plan => plan.Terms.Description.StartsWith(Description, StringComparison.Ordinal));
        if (unfinished is null)
            return await OrderAsync(waiting, cancellation) is { } order ? fetcher.Plan(order, null, waiting) : null;
        return await IsHeldAsync(cancellation) ? null : fetcher.Resume(unfinished, null, waiting);
    }

    /// <summary>Pages that are to be looked at now, the youngest first: at most as many as one look takes.</summary>
    public async Task<IReadOnlyList<RecordVisit>> DueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var due = new List<RecordVisit>();
        TimeSpan? younger = null;
        foreach (var (upTo, interval) in policy.Bands)
        {
            if (due.Count < mostPages)
                due.AddRange(await store.Visits.DueAsync(now - upTo, younger is { } bound ? now - bound : null, now - interval, mostPages - due.Count, cancellation));
            younger = upTo;
        }

        return due;
    }

    private async Task<FetchOrder?> OrderAsync(Action<FetchWait>? waiting, CancellationToken cancellation)
    {
        if (await IsHeldAsync(cancellation))
            return null;
        var feeds = new List<string>();
        await using (var lease = await store.Leases.TakeFetchingAsync(cancellation))
        {
            if (lease is null)
                return null;
            foreach (var feed in (string[])[FetchOrder.FeedOf(Language.Russian), FetchOrder.FeedOf(Language.English)])
            {
                switch (await client.FetchAsync(feed, waiting, cancellation))
                {
                    case FetchAnswer.Page page when !await store.Fetches.HoldsAsync(feed, page.Capture.Sha256, cancellation):
                        feeds.Add(feed);
                        break;
                    case FetchAnswer.Refused refused:
                        await store.Holds.NoteAsync(refused.Hold, cancellation);
                        return null;
                    case FetchAnswer.Failed:
                        // A site that does not answer its feed is not asked for pages either; the next look tries again.
                        return null;
                }
            }
        }

        var due = await DueAsync(cancellation);
        if (feeds.Count == 0 && due.Count == 0)
            return null;
        var description = Message.Of($"{Description}{(feeds.Count > 0 ? "news, " : "")}{due.Count} pages again");
        return FetchOrder.Watch(description, feeds, MoscowClock.DayOf(clock.GetUtcNow() - Reach), [.. due.Select(visit => visit.Address)]);
    }

    /// <summary>True while the site has refused, whoever it refused.</summary>
    private async Task<bool> IsHeldAsync(CancellationToken cancellation)
    {
        foreach (var hold in await store.Holds.ListAsync(cancellation))
            client.Hold(hold.Address, hold.Until);
        return client.HeldUntil(FetchOrder.FeedOf(Language.Russian)) is not null;
    }
}

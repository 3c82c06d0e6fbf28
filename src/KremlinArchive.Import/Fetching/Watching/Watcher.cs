using KremlinArchive.Import.Fetching.Plans;
using KremlinArchive.Import.Parsing.Bytes;
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
    /// <summary>What the descriptions of a watcher's runs begin with.</summary>
    public const string Description = "watch: ";

    /// <summary>How far back new documents are looked for; older gaps are for a fetch that somebody starts.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromDays(30);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>True of plans that a watcher made: it goes on with them by itself.</summary>
    public static bool Made(FetchPlan plan) => plan.Terms.Description.StartsWith(Description, StringComparison.Ordinal);

    /// <summary>What is to be fetched now, as a run; null if there is nothing, the site is to be left alone, or somebody else fetches.</summary>
    /// <param name="waiting">Told of each wait.</param>
    /// <param name="trouble">Told in a sentence of what cannot be looked at; null if nobody wants to know.</param>
    public async Task<RunPlan?> LookAsync(Action<FetchWait>? waiting, Action<string>? trouble, CancellationToken cancellation)
    {
        await using var lease = await store.Leases.TakeFetchingAsync(cancellation);
        if (lease is null)
        {
            trouble?.Invoke("Another run or program fetches for this archive; nothing is looked at before it has ended.");
            return null;
        }

        if (await IsHeldAsync(cancellation))
            return null;
        var fetcher = new Fetcher(store, client, clock);
        if ((await store.Fetches.UnfinishedAsync(cancellation)).FirstOrDefault(Made) is { } unfinished)
        {
            if (!await store.Fetches.StandsStillAsync(unfinished, cancellation))
                return fetcher.Resume(unfinished, null, waiting);
            await GiveUpAsync(unfinished, trouble, cancellation);
        }

        var order = await OrderAsync(waiting, trouble, cancellation);
        await client.RestAsync(store.Holds);
        return order is null ? null : fetcher.Plan(order, null, waiting);
    }

    /// <summary>Pages that are to be looked at now, the youngest first: at most as many as one look takes.</summary>
    public Task<IReadOnlyList<RecordVisit>> DueAsync(CancellationToken cancellation) => DueAsync(null, cancellation);

    /// <summary>How many pages are to be looked at now, by their age; not more than is told in a moment.</summary>
    public async Task<DuePages> CountDueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var counts = new List<int>();
        TimeSpan? younger = null;
        foreach (var (upTo, interval) in policy.Bands)
        {
            counts.Add(await store.Visits.CountDueAsync(now - upTo, younger is { } bound ? now - bound : null, now - interval, DuePages.MostCounted, cancellation));
            younger = upTo;
        }

        return new DuePages(counts);
    }

    private async Task<IReadOnlyList<RecordVisit>> DueAsync(Language? only, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var due = new List<RecordVisit>();
        TimeSpan? younger = null;
        foreach (var (upTo, interval) in policy.Bands)
        {
            if (due.Count < mostPages)
                due.AddRange(await store.Visits.DueAsync(now - upTo, younger is { } bound ? now - bound : null, now - interval, only, mostPages - due.Count, cancellation));
            younger = upTo;
        }

        return due;
    }

    /// <summary>Whatever a plan stumbles at, watching goes on: what was not fetched follows from what the archive has last seen.</summary>
    private async Task GiveUpAsync(FetchPlan plan, Action<string>? trouble, CancellationToken cancellation)
    {
        if ((await store.Fetches.StepsAsync(plan.Id, cancellation)).FirstOrDefault(step => step.IsWaiting)?.Step is not { } step)
        {
            await store.Fetches.AbandonAsync(plan.Id, cancellation);
            return;
        }

        trouble?.Invoke($"The last run did not come beyond {step.Address}; it is given up.");
        await store.Fetches.AbandonAsync(plan.Id, new SettledStep(step.Position, clock.GetUtcNow(), FetchSource.LookedFor(step)), cancellation);
    }

    private async Task<FetchOrder?> OrderAsync(Action<FetchWait>? waiting, Action<string>? trouble, CancellationToken cancellation)
    {
        var feeds = new List<string>();
        var answering = new List<Language>();
        foreach (var language in (Language[])[Language.Russian, Language.English])
        {
            var feed = FetchOrder.FeedOf(language);
            switch (await client.FetchAsync(feed, waiting, cancellation))
            {
                case FetchAnswer.Page { Capture: var page } when DecodedText.Of(page.Bytes.Span).Text is { } text && FeedOutline.Read(text) is not null:
                    answering.Add(language);
                    if (!await store.Fetches.HoldsAsync(feed, page.Sha256, cancellation))
                        feeds.Add(feed);
                    break;
                case FetchAnswer.Refused refused:
                    await store.Holds.NoteAsync(refused.Hold, cancellation);
                    trouble?.Invoke(refused.Reason);
                    return null;
                case var other:
                    // A host that does not give its feed is not asked for pages either: what it says of them may be as wrong.
                    trouble?.Invoke($"{feed} is no feed now, and its site's pages are not looked at. {Reason(other)}".TrimEnd());
                    break;
            }
        }

        if (answering.Count == 0)
            return null;
        var due = await DueAsync(answering is [var only] ? only : null, cancellation);
        if (feeds.Count == 0 && due.Count == 0)
            return null;
        var description = Message.Of($"{Description}{(feeds.Count > 0 ? "news, " : "")}{due.Count} pages again");
        return FetchOrder.Watch(description, feeds, MoscowClock.DayOf(clock.GetUtcNow() - Reach), [.. due.Select(visit => visit.Address)]);
    }

    private static string Reason(FetchAnswer answer) => answer switch
    {
        FetchAnswer.Failed failed => failed.Reason,
        FetchAnswer.Unusable unusable => unusable.Reason,
        FetchAnswer.Forbidden forbidden => forbidden.Reason,
        FetchAnswer.Absent absent => Message.Of($"The server answered {absent.Capture.Exchange!.Status}."),
        _ => "",
    };

    /// <summary>True while the site has refused, whoever it refused; a pause after a request is waited for.</summary>
    private async Task<bool> IsHeldAsync(CancellationToken cancellation)
    {
        foreach (var hold in await store.Holds.ListAsync(cancellation))
            client.Hold(hold.Address, hold.Until);
        return client.HeldUntil(FetchOrder.FeedOf(Language.Russian)) > clock.GetUtcNow() + LongestPause;
    }
}

/// <summary>How many pages are to be looked at again.</summary>
/// <param name="OfBands">In each band of the policy; <see cref="MostCounted"/> may be more.</param>
public sealed record DuePages(IReadOnlyList<int> OfBands)
{
    /// <summary>So far is counted in a band.</summary>
    public const int MostCounted = 10_000;

    public int Total => OfBands.Sum();

    /// <summary>True if there may be more.</summary>
    public bool IsAtLeast => OfBands.Contains(MostCounted);
}

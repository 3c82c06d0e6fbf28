using System.Globalization;
using System.Runtime.CompilerServices;
using KremlinArchive.Import.Parsing.Bytes;
using KremlinArchive.Import.Sources;
using KremlinArchive.Records;
using KremlinArchive.Store;
using KremlinArchive.Store.Captures;
using KremlinArchive.Store.Fetches;
using KremlinArchive.Store.Listings;
using KremlinArchive.Store.Runs;

namespace KremlinArchive.Import.Fetching.Plans;

/// <summary>
/// The pages of a plan as a source: each comes with the progress that it makes, so that both are stored together. A refusal of the site, or a site
/// that answers nothing, stops it where it stands, and so does a feed or a list that does not come: what is behind it would be lost. A page that fails
/// while others come is one for quarantine.
/// </summary>
internal sealed class FetchSource(ArchiveStore store, SiteClient client, TimeProvider clock, Action<FetchWait>? waiting)
{
    /// <summary>So many pages one after the other do not fail by chance.</summary>
    private const int MostFailures = 3;

    private readonly PatientAsking asking = new(client, store.Holds.NoteAsync, waiting);

    /// <exception cref="SourceStoppedException">It cannot go on; what was stored by then is not asked for again.</exception>
    public async IAsyncEnumerable<SourceEntry> ReadAsync(FetchPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var queue = new StepQueue(plan.Id, await store.Fetches.StepsAsync(plan.Id, cancellation));
        var search = new PageSearch(asking, store.Visits);
        var failures = new List<(FetchStep Step, string Reason)>();
        var anyAnswer = false;
        while (queue.Next() is { } step)
        {
            if (step.Kind == FetchStepKind.Range)
            {
                queue.Settle(step, clock.GetUtcNow());
                queue.Add(NumberRange.Parse(step.Address)!.Unfold());
                continue;
            }

            var found = step.Kind == FetchStepKind.Page
                ? await search.FindAsync(step.Address, cancellation)
                : new PageFound(await asking.FetchAsync(step.Address, cancellation), [step.Address]);
            if (Hindrance(step, found.Answer) is { } hindrance)
                throw new SourceStoppedException(hindrance);
            if (found.Answer is FetchAnswer.Failed failed)
            {
                failures.Add((step, failed.Reason));
                if (failures.Count == MostFailures)
                    throw new SourceStoppedException($"{MostFailures} pages failed one after the other, the last one {step.Address}. {failed.Reason} The fetch can be resumed there.");
                continue;
            }

            // The site answers: what failed before was the pages' own failure.
            anyAnswer = true;
            foreach (var failure in failures)
                yield return Unfetched(queue, failure.Step, failure.Reason);
            failures.Clear();
            if (step.Kind == FetchStepKind.Feed && !LeadsOn(step, found.Answer))
            {
                // The step stays to be taken; what came instead of a feed is kept to be looked at.
                if (found.Answer is FetchAnswer.Page page)
                    yield return SourceEntry.Page(page.Capture, page.Capture.Length) with { Progress = queue.TakeProgress() };
                throw new SourceStoppedException($"{step.Address} is no feed that can be read, and what is behind it is not known. The fetch can be resumed there.");
            }

            yield return await EntryAsync(plan, queue, step, found, cancellation);
        }

        if (failures.Count > 0 && !anyAnswer)
            throw new SourceStoppedException($"Nothing came. {failures[^1].Reason} The fetch can be resumed.");
        foreach (var failure in failures)
            yield return Unfetched(queue, failure.Step, failure.Reason);
    }

    /// <summary>Why nothing can be asked for after an answer, in a sentence; null if the next step can be taken.</summary>
    private string? Hindrance(FetchStep step, FetchAnswer answer) => answer switch
    {
        FetchAnswer.Refused refused => Message.Of($"{refused.Reason} It stopped before {step.Address} and can be resumed after {Time(refused.Until)} of Moscow."),
        FetchAnswer.Unusable { OfWholeSite: true } unusable => $"{unusable.Reason} It stopped before {step.Address} and can be resumed there.",
        FetchAnswer.Failed { Reason: var reason } when step.Kind != FetchStepKind.Page => Hidden(step, reason),
        FetchAnswer.Unusable { Reason: var reason } when step.Kind != FetchStepKind.Page => Hidden(step, reason),
        FetchAnswer.Forbidden { Reason: var reason } when step.Kind == FetchStepKind.Feed => Hidden(step, reason),
        FetchAnswer.Absent { Capture.Exchange.Status: var status } when step.Kind == FetchStepKind.Feed => Hidden(step, Message.Of($"The server answered {status}.")),
        _ => null,
    };

    private static string Hidden(FetchStep step, string reason) =>
        $"{step.Address} did not come, and what is behind it is not known. {reason} The fetch can be resumed there.";

    private string Time(DateTimeOffset until)
    {
        var shown = MoscowClock.Show(until);
        return shown.ToString(MoscowClock.DayOf(until) == MoscowClock.DayOf(clock.GetUtcNow()) ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>True if a feed is one: its entries can be read, and so can the way to its next page.</summary>
    private static bool LeadsOn(FetchStep step, FetchAnswer answer) =>
        answer is FetchAnswer.Page page && Read(step, page.Capture) is { } outline && (outline.Next is null || FetchAddress.Of(outline.Next) is not null);

    private async Task<SourceEntry> EntryAsync(FetchPlan plan, StepQueue queue, FetchStep step, PageFound found, CancellationToken cancellation)
    {
        var named = SiteAddress.Parse(step.Address);
        queue.Settle(step, clock.GetUtcNow(), LookedFor(step), InVain(found.Answer));
        switch (found.Answer)
        {
            case FetchAnswer.Page page:
                if (step.Kind != FetchStepKind.Page)
                    await FollowAsync(plan, queue, step, page.Capture, cancellation);
                return SourceEntry.Page(page.Capture, page.Capture.Length) with { Progress = queue.TakeProgress() };

            case FetchAnswer.Absent absent when step.Kind == FetchStepKind.Page && named is { Record: { } record, CapturedAt: null }:
                return new SourceEntry(absent.Capture, new PageReading.Absent(record, found.Asked), absent.Capture.Length) { Progress = queue.TakeProgress() };

            case FetchAnswer.Absent absent:
                return SourceEntry.Skipped(step.Address, Message.Of($"The server answered {absent.Capture.Exchange!.Status}: there is no such page."), 0) with { Progress = queue.TakeProgress() };

            case FetchAnswer.Forbidden forbidden:
                return SourceEntry.Skipped(step.Address, forbidden.Reason, 0) with { Progress = queue.TakeProgress() };

            case FetchAnswer.Unusable unusable:
                return SourceEntry.Refused(step.Address, $"It could not be fetched. {unusable.Reason}", 0) with { Progress = queue.TakeProgress() };

            default:
                throw new InvalidOperationException($"{found.Answer.GetType().Name} leads to no entry.");
        }
    }

    private SourceEntry Unfetched(StepQueue queue, FetchStep step, string reason)
    {
        queue.Settle(step, clock.GetUtcNow(), LookedFor(step), ListedAnswer.Refused);
        return SourceEntry.Refused(step.Address, $"It could not be fetched, though other pages came. {reason}", 0) with { Progress = queue.TakeProgress() };
    }

    /// <summary>Why a page did not come; null if one did.</summary>
    private static ListedAnswer? InVain(FetchAnswer answer) => answer switch
    {
        FetchAnswer.Page => null,
        FetchAnswer.Absent => ListedAnswer.Absent,
        _ => ListedAnswer.Refused,
    };

    /// <summary>The record whose page on the site a step asks for; null for a feed, a list, or a copy in the web archive.</summary>
    internal static RecordId? LookedFor(FetchStep step) =>
        step.Kind == FetchStepKind.Page && SiteAddress.Parse(step.Address) is { CapturedAt: null } named ? named.Record : null;

    /// <summary>Where a feed or a list leads; null for what is none.</summary>
    private static Outline? Read(FetchStep step, Capture capture)
    {
        if (DecodedText.Of(capture.Bytes.Span).Text is not { } text)
            return null;
        return step.Kind == FetchStepKind.Feed ? FeedOutline.Read(text) : ListOutline.Read(text, SiteAddress.Parse(step.Address)?.Language ?? Language.Russian);
    }

    /// <summary>Adds what a feed or a list leads to.</summary>
    private async Task FollowAsync(FetchPlan plan, StepQueue queue, FetchStep step, Capture capture, CancellationToken cancellation)
    {
        if (Read(step, capture) is not { } outline)
            return;

        queue.List(outline.Items);
        var (_, from, to, scope) = plan.Terms;
        var wanted = outline.Items.Where(item => item.IsWithin(from, to)).ToList();
        if (scope == FetchScope.News)
            wanted = await NewsAsync(wanted, cancellation);
        queue.Add(wanted.Select(item => (FetchStepKind.Page, item.Address)));

        var goesOn = (step.Kind == FetchStepKind.Feed || from is not null) && !outline.IsPast(from) && (scope == FetchScope.All || wanted.Count > 0);
        if (goesOn && outline.Next is { } next && FetchAddress.Of(next) is { } address)
            queue.Add([(step.Kind, address)]);
    }

    private async Task<List<OutlineItem>> NewsAsync(List<OutlineItem> items, CancellationToken cancellation)
    {
        var known = await store.Fetches.KnownAsync([.. items.Select(item => item.Record).OfType<RecordId>()], cancellation);
        return [.. items.Where(item => item.Record is not { } id || !known.TryGetValue(id, out var held) || held.LookedAt is null || IsLater(item.Updated, held.Updated))];
    }

    private static bool IsLater(PrintedTime? said, PrintedTime? known) => said is { } later && (known is not { } earlier || later.CompareTo(earlier) > 0);
}

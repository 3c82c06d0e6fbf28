using KremlinArchive.Records;
using KremlinArchive.Store.Fetches;
using KremlinArchive.Store.Listings;

namespace KremlinArchive.Import.Fetching.Plans;

/// <summary>The steps of a plan while it is worked on: what waits, and what has happened that is not stored yet.</summary>
internal sealed class StepQueue
{
    private readonly long plan;
    private readonly Queue<FetchStep> waiting;
    private readonly HashSet<(FetchStepKind, string)> known;
    private List<SettledStep> settled = [];
    private List<FetchStep> found = [];
    private List<ListedDocument> listed = [];
    private int last;

    public StepQueue(long plan, IReadOnlyList<PlannedStep> steps)
    {
        this.plan = plan;
        waiting = new Queue<FetchStep>(steps.Where(step => step.IsWaiting).Select(step => step.Step));
        known = [.. steps.Select(step => (step.Step.Kind, step.Step.Address))];
        last = steps.Count == 0 ? 0 : steps[^1].Step.Position;
    }

    /// <summary>The next step; null at the end.</summary>
    public FetchStep? Next() => waiting.TryDequeue(out var step) ? step : null;

    /// <summary>Adds steps at the end. What the plan has already is not added again: the pages of a feed move on while it is read.</summary>
    public void Add(IEnumerable<(FetchStepKind Kind, string Address)> steps)
    {
        foreach (var (kind, address) in steps)
        {
            if (!known.Add((kind, address)))
                continue;
            var step = new FetchStep(++last, kind, address);
            waiting.Enqueue(step);
            found.Add(step);
        }
    }

    /// <summary>Notes what a feed or a list names, whether it is wanted or not.</summary>
    public void List(IEnumerable<OutlineItem> items) =>
        listed.AddRange(items.Where(item => item.Record is not null).Select(item => new ListedDocument(item.Record!, item.Day, item.Address)));

    /// <summary>Notes that a step was taken.</summary>
    /// <param name="inVain">Why it was in vain; null where a page came.</param>
    public void Settle(FetchStep step, DateTimeOffset at, RecordId? record = null, ListedAnswer? inVain = null) => settled.Add(new SettledStep(step.Position, at, record, inVain));

    /// <summary>All that happened since the last time, to be stored with the next page.</summary>
    public FetchProgress TakeProgress()
    {
        var progress = new FetchProgress(plan, settled, found) { Listed = listed };
        (settled, found, listed) = ([], [], []);
        return progress;
    }
}

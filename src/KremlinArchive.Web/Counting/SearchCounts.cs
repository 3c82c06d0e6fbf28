using KremlinArchive.Records;
using KremlinArchive.Search.Answers;
using KremlinArchive.Search.Requests;
using KremlinArchive.Store.Asked;
using KremlinArchive.Web.Hosting;

namespace KremlinArchive.Web.Counting;

/// <summary>
/// Counts in memory what is searched for, until it is kept: the day, the query, whether something was found. Who asked is not known here. A search that is paged or narrowed
/// by facets is the same search, and counted once.
/// </summary>
internal sealed class SearchCounts(ArchiveSettings settings, TimeProvider clock)
{
    /// <summary>So many different queries are counted between two times of keeping; others are dropped.</summary>
    public const int Most = 2_000;

    private readonly Lock door = new();
    private Dictionary<(DateOnly Day, string Query), AskedCount> counts = [];

    /// <summary>Counts a search.</summary>
    public void Count(SearchRequest request, SearchAnswer answer)
    {
        // An answer whose time was up tells nothing of what there is.
        if (!settings.CountSearches || request.Page != 1 || request.Constraints.Count > 0 || answer.IsPartial || AskedQuery.Of(request.Query) is not { } query)
            return;
        var found = answer.Rescue is { IsShown: true } ? 0 : answer.Total;
        var count = new AskedCount(MoscowClock.DayOf(clock.GetUtcNow()), query, Times: 1, InVain: found == 0 ? 1 : 0, found);
        lock (door)
            Put(count, found);
    }

    /// <summary>Hands over what was counted; from here on it counts anew.</summary>
    public IReadOnlyCollection<AskedCount> Take()
    {
        lock (door)
        {
            var taken = counts.Values;
            counts = [];
            return taken;
        }
    }

    /// <summary>Takes back what could not be kept, as far as there is room.</summary>
    public void TakeBack(IReadOnlyCollection<AskedCount> earlier)
    {
        lock (door)
        {
            foreach (var count in earlier)
                Put(count, counts.GetValueOrDefault((count.Day, count.Query))?.Found ?? count.Found);
        }
    }

    private void Put(AskedCount count, long found)
    {
        var key = (count.Day, count.Query);
        if (counts.TryGetValue(key, out var known))
            counts[key] = known with { Times = known.Times + count.Times, InVain = known.InVain + count.InVain, Found = found };
        else if (counts.Count < Most)
            counts.Add(key, count);
    }
}

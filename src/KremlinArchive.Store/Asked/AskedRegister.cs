using KremlinArchive.Records;
using KremlinArchive.Store.Schema;
using Microsoft.EntityFrameworkCore;

namespace KremlinArchive.Store.Asked;

/// <summary>What was searched for, by day: queries and their counts, and nothing by which anybody could be known. What is older than <see cref="DaysKept"/> is removed.</summary>
public sealed class AskedRegister
{
    /// <summary>So many days are kept, today included.</summary>
    public const int DaysKept = 90;

    /// <summary>The most different queries of a day that are counted; others are dropped.</summary>
    public const int MostOfDay = 10_000;

    private readonly ArchiveDatabase database;

    internal AskedRegister(ArchiveDatabase database) => this.database = database;

    /// <summary>Adds counts to those that are there, and removes old days, in one transaction.</summary>
    /// <exception cref="ArchiveUnavailableException">The database cannot be written; nothing was added.</exception>
    public Task KeepAsync(IReadOnlyCollection<AskedCount> counts, CancellationToken cancellation) => database.WriteAsync(
        async context =>
        {
            var first = FirstDay(DaysKept);
            await context.Asked.Where(row => row.Day < first).ExecuteDeleteAsync(cancellation);
            foreach (var day in counts.Where(count => count.Day >= first).GroupBy(count => count.Day))
                await AddAsync(context, day.Key, [.. day], cancellation);
            return counts.Count;
        },
        cancellation);

    /// <summary>What was searched for in the last days, today included.</summary>
    /// <param name="days">How many days, 1 … <see cref="DaysKept"/>.</param>
    /// <param name="most">At most so many.</param>
    /// <exception cref="ArchiveUnavailableException">The database cannot be read.</exception>
    public Task<IReadOnlyList<AskedTotal>> ListAsync(AskedOrder order, int days, int most, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<AskedTotal>>(async context =>
    {
        var first = FirstDay(days);
        var totals = context.Asked.Where(row => row.Day >= first).GroupBy(row => row.Query)
            .Select(group => new { Query = group.Key, Times = group.Sum(row => row.Times), InVain = group.Sum(row => row.InVain), LastDay = group.Max(row => row.Day) });
        var ordered = order == AskedOrder.Failed
            ? totals.Where(total => total.InVain > 0).OrderByDescending(total => total.InVain).ThenByDescending(total => total.Times).ThenBy(total => total.Query)
            : totals.OrderByDescending(total => total.Times).ThenBy(total => total.Query);
        var listed = await ordered.Take(most).ToListAsync(cancellation);
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var total in listed)
            found[total.Query] = await context.Asked.Where(row => row.Day == total.LastDay && row.Query == total.Query).Select(row => row.Found).SingleAsync(cancellation);
        return [.. listed.Select(total => new AskedTotal(total.Query, total.Times, total.InVain, found[total.Query], total.LastDay))];
    });

    private static async Task AddAsync(ArchiveContext context, DateOnly day, IReadOnlyList<AskedCount> counts, CancellationToken cancellation)
    {
        var queries = counts.Select(count => count.Query).ToList();
        var known = await context.Asked.Where(row => row.Day == day && queries.Contains(row.Query)).ToDictionaryAsync(row => row.Query, StringComparer.Ordinal, cancellation);
        var room = MostOfDay - await context.Asked.CountAsync(row => row.Day == day, cancellation);
        foreach (var count in counts)
        {
            if (known.TryGetValue(count.Query, out var row))
            {
                row.Times += count.Times;
                row.InVain += count.InVain;
                row.Found = count.Found;
            }
            else if (room-- > 0)
            {
                context.Asked.Add(new AskedRow { Day = day, Query = count.Query, Times = count.Times, InVain = count.InVain, Found = count.Found });
            }
        }
    }

    private DateOnly FirstDay(int days) => MoscowClock.DayOf(database.Clock.GetUtcNow()).AddDays(1 - days);
}

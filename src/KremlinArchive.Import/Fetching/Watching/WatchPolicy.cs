namespace KremlinArchive.Import.Fetching.Watching;

/// <summary>How often pages are looked at again, by their age: edits come in the first hours and days, so that is when most looks are.</summary>
/// <param name="Bands">From the youngest to the oldest; the last has no bound.</param>
public sealed record WatchPolicy(IReadOnlyList<WatchBand> Bands)
{
    public static WatchPolicy Usual { get; } = new(
    [
        new WatchBand(TimeSpan.FromHours(6), TimeSpan.FromMinutes(30)),
        new WatchBand(TimeSpan.FromHours(48), TimeSpan.FromHours(2)),
        new WatchBand(TimeSpan.FromDays(7), TimeSpan.FromHours(12)),
        new WatchBand(TimeSpan.FromDays(30), TimeSpan.FromDays(2)),
        new WatchBand(TimeSpan.FromDays(365), TimeSpan.FromDays(30)),
        new WatchBand(null, TimeSpan.FromDays(365)),
    ]);

    /// <summary>When a page is to be looked at next.</summary>
    /// <param name="published">Its publication.</param>
    /// <param name="lookedAt">When it was last seen or asked for; null if never: then at once.</param>
    public DateTimeOffset NextVisit(DateTimeOffset published, DateTimeOffset? lookedAt, DateTimeOffset now)
    {
        if (lookedAt is not { } looked)
            return now;
        return looked + Bands.First(band => band.UpTo is not { } bound || now - published < bound).Interval;
    }

    /// <summary>How many pages a day are looked at in an archive to which so many records a day are added, so many in all.</summary>
    public double VisitsADay(double added, double records)
    {
        var visits = 0.0;
        var younger = TimeSpan.Zero;
        foreach (var (upTo, interval) in Bands)
        {
            var held = upTo is { } bound ? added * (bound - younger).TotalDays : records - (added * younger.TotalDays);
            visits += held / interval.TotalDays;
            younger = upTo ?? younger;
        }

        return visits;
    }
}

/// <summary>Pages of an age, and how often they are looked at.</summary>
/// <param name="UpTo">Their age is below this; null for all that are older than the band before.</param>
/// <param name="Interval">The time from one look to the next.</param>
public sealed record WatchBand(TimeSpan? UpTo, TimeSpan Interval);

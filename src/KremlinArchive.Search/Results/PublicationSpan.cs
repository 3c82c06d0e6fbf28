using KremlinArchive.Records;

namespace KremlinArchive.Search.Results;

/// <summary>Days of Moscow as seconds of the publication column.</summary>
internal static class PublicationSpan
{
    /// <summary>The first second of the first day, and the first one behind the last day; null for no bound.</summary>
    public static (long From, long Until) Seconds(DateOnly? first, DateOnly? last) =>
        // The first day of all began in Moscow before the calendar does, the last one ends behind it: neither bounds anything.
        (first is { } start && start > DateOnly.MinValue ? Seconds(start) : long.MinValue,
         last is { } end && end < DateOnly.MaxValue ? Seconds(end.AddDays(1)) : long.MaxValue);

    private static long Seconds(DateOnly day) => MoscowClock.At(day, TimeOnly.MinValue).ToUnixTimeSeconds();
}
